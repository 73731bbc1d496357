# binascii: uuencoded lines
import binascii


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
binascii.a2b_uu(b'#86)C\n')
binascii.a2b_uu(b'')
binascii.a2b_uu(b'!')
binascii.a2b_uu(b'#86)C xx')
binascii.a2b_uu(b'#\x80')
binascii.b2a_uu(b'abc')
binascii.b2a_uu(b'a'*46)
binascii.b2a_uu(b'')
binascii.b2a_uu(b'\0\0', backtick=True)
""".strip().splitlines():
    show(text)
