# unicodedata: names of characters, and characters of names
import unicodedata as u


def show(text):
    try:
        print(text, "->", ascii(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", ascii(str(e)))


for text in r"""
u.name('a'), u.name('é'), u.name('\u4e00'), u.name('\uac00'), u.name('\U0001f600'), u.name('\0', None), u.name('\0', 'x')
u.name('\0')
u.name('ab')
u.name(5)
u.lookup('LATIN SMALL LETTER A'), u.lookup('line feed'), u.lookup('HANGUL SYLLABLE GA'), u.lookup('CJK UNIFIED IDEOGRAPH-4E00'), u.lookup('keycap digit one') 
u.lookup('KEYCAP DIGIT ONE')
u.lookup('nothing')
u.lookup(5)
""".strip().splitlines():
    show(text)
