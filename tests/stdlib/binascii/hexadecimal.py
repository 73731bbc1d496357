# binascii: hexadecimal digits, separators, what is no digit
import binascii


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
binascii.hexlify(b'abc')
binascii.hexlify(b'abcdef','-')
binascii.hexlify(b'abcdef',b'-',2)
binascii.hexlify(b'abcdef',b'-',-4)
binascii.hexlify(b'abcdef',b'--',-4)
binascii.hexlify(b'abcdef',5)
binascii.hexlify('a')
binascii.hexlify(b'')
binascii.b2a_hex(b'a', bytes_per_sep=3)
binascii.unhexlify('616')
binascii.unhexlify('61zz')
binascii.unhexlify('616A')
binascii.unhexlify(5)
binascii.a2b_hex(b'61')
""".strip().splitlines():
    show(text)
