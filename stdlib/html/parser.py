"""HTML as a stream of events: start tags, end tags, text, comments.

The rules are those of HTML 5's tokenizer, by which no text is an error. What comes in with feed() is read as far as it
has been completed; the rest waits in `rawdata`. Everything that can stay incomplete for long ends with '>', so pieces
without one are only put aside, and a long piece of markup fed in small ones is not read again and again.
"""

import re

from html import unescape

__all__ = ['HTMLParser']

_NAME = re.compile(r'[a-zA-Z][^\t\n\r\f />\0]*')
_SEPARATOR = re.compile(r'[\t\n\r\f /]*')
_ATTRIBUTE = re.compile(r'[^\t\n\r\f />][^\t\n\r\f />=]*')
_EQUALS = re.compile(r'[\t\n\r\f ]*=[\t\n\r\f ]*')
_UNQUOTED = re.compile(r'[^\t\n\r\f >]*')

_COMMENT = re.compile(r'<!--(?:-?>|(.*?)--!?>)', re.DOTALL)
_COMMENT_TAIL = re.compile(r'(?:--!?|-)\Z')

_TEXT = re.compile('[^&<]+')
_REFERENCE = re.compile(r'&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*))(;?)')
_OPEN_REFERENCE = re.compile(r'&(?:#(?:[0-9]*|[xX][0-9a-fA-F]*)|[a-zA-Z][-.a-zA-Z0-9]*)?\Z')
_IN_VALUE = re.compile(r'&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*)[;=]?')

_LONGEST_REFERENCE = 34


def _value_of(match):
    """What a reference in the value of an attribute stands for: without a semicolon it must be a whole name."""
    from html.entities import html5
    text = match[0]
    if text[1] == '#' or text[-1] == ';' or text[1:] in html5:
        return unescape(text)
    return text


class HTMLParser:
    """Calls a method of its own for each piece of the HTML it is fed; subclasses say what these do."""

    CDATA_CONTENT_ELEMENTS = ('script', 'style', 'xmp', 'iframe', 'noembed', 'noframes')
    RCDATA_CONTENT_ELEMENTS = ('textarea', 'title')

    def __init__(self, *, convert_charrefs=True, scripting=False):
        self.convert_charrefs, self.scripting = convert_charrefs, scripting
        self.reset()

    def reset(self):
        """Forgets all that was fed."""
        self.rawdata = ''
        self.lineno, self.offset = 1, 0
        self.lasttag = '???'
        self._pieces = []           # fed, but not yet in rawdata
        self._incomplete = False    # rawdata begins with what nothing but a '>' can complete
        self._starttag_text = None
        self._support_cdata = True
        self.clear_cdata_mode()

    def feed(self, data):
        """Reads some text."""
        self._pieces.append(data)
        if not (self._incomplete and '>' not in data):
            self._read(False)

    def close(self):
        """Reads what is left: there is no more."""
        self._read(True)

    def getpos(self):
        """(line, offset) of what is being reported."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The last start tag as it was written."""
        return self._starttag_text

    # --- content that is no markup

    def set_cdata_mode(self, elem, *, escapable=False):
        """What follows is text until the element ends."""
        self.cdata_elem, self._escapable = elem.lower(), escapable
        self._raw_end = re.compile(rf'</{elem}(?=[\t\n\r\f />])', re.IGNORECASE | re.ASCII)

    def clear_cdata_mode(self):
        self.cdata_elem, self._escapable, self._raw_end = None, True, None

    def _set_support_cdata(self, flag=True):
        """Are there CDATA sections? Only foreign elements, as svg, have them; otherwise they are comments."""
        self._support_cdata = flag

    # --- reading

    def _read(self, end):
        self.rawdata = text = self.rawdata + ''.join(self._pieces)
        self._pieces.clear()
        i = 0
        while i < len(text):
            if self.cdata_elem is not None:
                stop = self._read_content(text, i, end)
            elif text[i] == '<':
                stop = self._read_markup(text, i, end)
            elif text[i] == '&' and not self.convert_charrefs:
                stop = self._read_reference(text, i, end)
            else:
                stop = self._read_text(text, i, end)
            if stop is None:
                break
            self._advance(text, i, stop)
            i = stop
        self._incomplete = text.startswith('<', i) and len(text) > i + 1 or self.cdata_elem is not None
        self.rawdata = text[i:]

    def _advance(self, text, start, stop):
        lines = text.count('\n', start, stop)
        if lines:
            self.lineno += lines
            self.offset = stop - text.rindex('\n', start, stop) - 1
        else:
            self.offset += stop - start

    def _read_text(self, text, i, end):
        if not self.convert_charrefs:
            stop = _TEXT.match(text, i).end()
            self.handle_data(text[i:stop])
            return stop
        stop = text.find('<', i)
        if stop < 0:
            stop = len(text)
            reference = text.rfind('&', max(i, stop - _LONGEST_REFERENCE))
            if not end and reference >= 0 and not re.search(r'[\t\n\r\f ;]', text[reference:]):
                return None
        self.handle_data(unescape(text[i:stop]))
        return stop

    def _read_reference(self, text, i, end):
        if not end and _OPEN_REFERENCE.match(text, i):
            return None
        found = _REFERENCE.match(text, i)
        if found is None:
            stop = i + (2 if text.startswith('&#', i) else 1)
            self.handle_data(text[i:stop])
            return stop
        if found[1]:
            self.handle_charref(found[1])
        else:
            self.handle_entityref(found[2])
        return found.end()

    def _read_content(self, text, i, end):
        """The text of an element that has no markup inside, or its end tag."""
        references = self._escapable and not self.convert_charrefs
        if references and text[i] == '&':
            return self._read_reference(text, i, end)
        if self.cdata_elem == 'plaintext':
            self.handle_data(text[i:])
            return len(text)
        found = self._raw_end.search(text, i)
        if found and found.start() == i:
            return self._read_end_tag(text, i, end)
        stop = found.start() if found else -1
        if references:
            reference = text.find('&', i, stop if found else len(text))
            stop = reference if reference >= 0 else stop
        if stop < 0:
            if not end:
                return None
            stop = len(text)
        data = text[i:stop]
        self.handle_data(unescape(data) if self._escapable and self.convert_charrefs else data)
        return stop

    def _read_markup(self, text, i, end):
        following = text[i + 1:i + 2]
        if following == '!':
            return self._read_declaration(text, i, end)
        if following == '?':
            return self._read_until('>', text, i, end, self.handle_pi)
        if following == '/':
            return self._read_end_tag(text, i, end)
        if following.isascii() and following.isalpha():
            return self._read_start_tag(text, i, end)
        if not following and not end:
            return None
        self.handle_data('<')
        return i + 1

    def _read_until(self, mark, text, i, end, handle, skip=2):
        """Hands over what is behind so many characters and before the mark."""
        stop = text.find(mark, i + skip)
        if stop < 0:
            if not end:
                return None
            handle(text[i + skip:])
            return len(text)
        handle(text[i + skip:stop])
        return stop + len(mark)

    def _read_declaration(self, text, i, end):
        if text.startswith('<!--', i):
            found = _COMMENT.match(text, i)
            if found is None and not end:
                return None
            self.handle_comment(_COMMENT_TAIL.sub('', text[i + 4:]) if found is None else found[1] or '')
            return len(text) if found is None else found.end()
        if text.startswith('<![CDATA[', i) and self._support_cdata:
            return self._read_until(']]>', text, i, end, self.unknown_decl, 3)
        if text[i + 2:i + 9].lower() == 'doctype':
            return self._read_until('>', text, i, end, self.handle_decl)
        return self._read_until('>', text, i, end, self.handle_comment)

    def _read_end_tag(self, text, i, end):
        name = _NAME.match(text, i + 2)
        if name is None:
            if text.startswith('</>', i):
                return i + 3
            if len(text) > i + 2:
                return self._read_until('>', text, i, end, self.handle_comment)
            if not end:
                return None
            self.handle_data('</')
            return len(text)
        attributes, stop, _ = self._read_attributes(text, name.end())
        if stop is None:
            return len(text) if end else None
        tag = name[0].lower()
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return stop

    def _read_start_tag(self, text, i, end):
        name = _NAME.match(text, i + 1)
        attributes, stop, closed = self._read_attributes(text, name.end())
        if stop is None:
            return len(text) if end else None
        self._starttag_text = text[i:stop]
        self.lasttag = tag = name[0].lower()
        if closed:
            self.handle_startendtag(tag, attributes)
            return stop
        self.handle_starttag(tag, attributes)
        if tag in self.RCDATA_CONTENT_ELEMENTS:
            self.set_cdata_mode(tag, escapable=True)
        elif tag in self.CDATA_CONTENT_ELEMENTS or tag == 'plaintext' or tag == 'noscript' and self.scripting:
            self.set_cdata_mode(tag)
        return stop

    def _read_attributes(self, text, i):
        """([(name, value)], where the tag ends, does it end with '/>'?); None instead of a place if it does not end."""
        attributes = []
        while True:
            separator = _SEPARATOR.match(text, i)
            i = separator.end()
            if i == len(text):
                return attributes, None, False
            if text[i] == '>':
                return attributes, i + 1, separator[0].endswith('/')
            name = _ATTRIBUTE.match(text, i)
            i, value = name.end(), None
            equals = _EQUALS.match(text, i)
            if equals:
                i = equals.end()
                if text[i:i + 1] in ('"', "'"):
                    stop = text.find(text[i], i + 1)
                    if stop < 0:
                        return attributes, None, False
                    value, i = text[i + 1:stop], stop + 1
                else:
                    value = _UNQUOTED.match(text, i)[0]
                    i += len(value)
                value = _IN_VALUE.sub(_value_of, value)
            attributes.append((name[0].lower(), value))

    # --- what a subclass is told

    def handle_startendtag(self, tag, attrs):
        """<tag ... />"""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        """<tag ...>, with a list of (name, value); the value of a name that stands alone is None."""

    def handle_endtag(self, tag):
        """</tag>"""

    def handle_charref(self, name):
        """&#name; if references are not converted."""

    def handle_entityref(self, name):
        """&name; if references are not converted."""

    def handle_data(self, data):
        """Text."""

    def handle_comment(self, data):
        """<!--data-->"""

    def handle_decl(self, decl):
        """<!decl>, that is a document type."""

    def handle_pi(self, data):
        """<?data>"""

    def unknown_decl(self, data):
        """<![data]]>"""
