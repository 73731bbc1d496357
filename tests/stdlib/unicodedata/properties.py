# unicodedata: categories, classes and widths
import unicodedata as u


def show(text):
    try:
        print(text, "->", ascii(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", ascii(str(e)))


for text in r"""
u.category('a'), u.category('\u0378'), u.category('\ud800'), u.category(' '), u.category('\u20ac')
u.category('ab')
u.category('')
u.category(5)
u.bidirectional('a'), u.bidirectional('\u05d0'), u.bidirectional('\u0378'), u.combining('\u0301'), u.combining('a'), u.mirrored('('), u.mirrored('a')
u.east_asian_width('a'), u.east_asian_width('\u4e00'), u.east_asian_width('\uff21'), u.east_asian_width('\u00a1'), u.east_asian_width('\uff71'), u.east_asian_width('\u05d0')
""".strip().splitlines():
    show(text)
