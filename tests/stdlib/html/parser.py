# HTMLParser: the events of good and of broken HTML, fed at once and in pieces.
from html.parser import HTMLParser


class Events(HTMLParser):
    def __init__(self, **options):
        super().__init__(**options)
        self.events = []

    def add(self, *event):
        self.events.append((*event, self.getpos()))

    def handle_starttag(self, tag, attrs):
        self.add('start', tag, attrs)

    def handle_endtag(self, tag):
        self.add('end', tag)

    def handle_data(self, data):
        if self.events and self.events[-1][0] == 'data':
            self.events[-1] = ('data', self.events[-1][1] + data)
        else:
            self.events.append(('data', data))

    def handle_comment(self, data):
        self.add('comment', data)

    def handle_decl(self, decl):
        self.add('decl', decl)

    def handle_pi(self, data):
        self.add('pi', data)

    def handle_charref(self, name):
        self.add('charref', name)

    def handle_entityref(self, name):
        self.add('entityref', name)

    def unknown_decl(self, data):
        self.add('unknown', data)


def events(text, step=None, **options):
    parser = Events(**options)
    for i in range(0, len(text), step or len(text)):
        parser.feed(text[i:i + (step or len(text))])
    parser.close()
    return parser.events


TEXTS = ['<!DOCTYPE html>\n<p class="a&amp;b" ID=x disabled>1 &lt; 2<br/></P>',
         '<script>if (a < b && "</p>") {}</script ><title>a &amp; <b></title>',
         '<!-- one --><!--><!--two--!>three-->', '<?php x?><![CDATA[a > b]]><!bogus>',
         '<a href="x?a=1&copy=2&copy;&lt"x=\'"\'y=1/>', '</><//a></p x="1">', '<', '<a b="', '<!--open', '&#65;&#x42&nosuch;&',
         'a &amp b\n<textarea><i>\n</textarea', '<style>a</styles></style><plaintext></plaintext>']
for text in TEXTS:
    whole = events(text)
    print(whole, whole == events(text, 1) == events(text, 3))
    print([e for e in events(text, convert_charrefs=False) if e[0] in ('charref', 'entityref')])

print(events('<noscript><p></noscript>', scripting=True), events('<noscript><p></noscript>'))
parser = Events()
parser.feed('<P  a=1 >text &am')
print(parser.get_starttag_text(), parser.events, parser.rawdata)
parser.reset()
parser.close()
print(parser.rawdata == '', parser.getpos())
for wrong in (b'<p>', None):
    try:
        HTMLParser().feed(wrong)
    except TypeError as e:
        print(type(e).__name__)
