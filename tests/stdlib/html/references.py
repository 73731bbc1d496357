# escape and unescape, tables of names
import html
from html.entities import codepoint2name, entitydefs, html5, name2codepoint

print(html.escape('<a href="x">\'&'), html.escape('"<', False), html.escape(s='', quote=True) == '')
for x in ('&lt;', '&lt', '&notit;', '&notin;', '&#65;', '&#x41', '&#0;', '&#x80;', '&#xd800;', '&#x110000;', '&#11;',
          '&bogus;', '&ampx', '&#', '&;', '&AMP;', '&#xfdd0;', '&#x1fffe;', '&#129;', '&NotEqualTilde;', '&#13;',
          '&frac34', '&amp;lt;', 'a &lt; b &amp; c', '&Aacute&eacute', 'none', '&CounterClockwiseContourIntegral;'):
    print(x, ascii(html.unescape(x)))
print(len(html5), len(name2codepoint), len(codepoint2name), len(entitydefs))
print(name2codepoint['lang'], codepoint2name[233], entitydefs['eacute'], entitydefs['alpha'], html5['lang;'])
for call in html.escape, html.unescape:
    try:
        call(3)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
