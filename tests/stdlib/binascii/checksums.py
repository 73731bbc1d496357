# binascii: CRC-32 and CRC-CCITT; exceptions
import binascii


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
binascii.crc32(b'abc')
binascii.crc32(b'abc',5)
binascii.crc32(b'abc',-1)
binascii.crc32(b'abc',2**40)
binascii.crc32('abc')
binascii.crc_hqx(b'abc',0)
binascii.crc_hqx(b'abc',70000)
binascii.crc_hqx(b'abc')
binascii.Error.__mro__
binascii.Incomplete.__mro__
""".strip().splitlines():
    show(text)
