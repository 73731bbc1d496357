# binascii: base64 both ways, strict and not
import binascii


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
binascii.a2b_base64('')
binascii.a2b_base64('YWJj')
binascii.a2b_base64('YWJ')
binascii.a2b_base64('Y')
binascii.a2b_base64('YWJjY')
binascii.a2b_base64('YW==')
binascii.a2b_base64('YW=')
binascii.a2b_base64('YW=J')
binascii.a2b_base64('YW==YW==')
binascii.a2b_base64('=YWJj')
binascii.a2b_base64('Y=WJj')
binascii.a2b_base64('YW!Jj\n')
binascii.a2b_base64('YWJj=')
binascii.a2b_base64('YWJj====')
binascii.a2b_base64('YW==', strict_mode=True)
binascii.a2b_base64('YW=', strict_mode=True)
binascii.a2b_base64('YW==a', strict_mode=True)
binascii.a2b_base64('YW==\n', strict_mode=True)
binascii.a2b_base64('=YWJj', strict_mode=True)
binascii.a2b_base64('YW!Jj', strict_mode=True)
binascii.a2b_base64('YWJj=', strict_mode=True)
binascii.a2b_base64('Y=WJj', strict_mode=True)
binascii.a2b_base64('Y', strict_mode=True)
binascii.a2b_base64('YW=J', strict_mode=True)
binascii.a2b_base64('YW===', strict_mode=True)
binascii.a2b_base64('YWJ==', strict_mode=True)
binascii.a2b_base64('é')
binascii.a2b_base64(5)
binascii.b2a_base64(b'abc')
binascii.b2a_base64(b'abc', newline=False)
binascii.b2a_base64('abc')
binascii.b2a_base64()
""".strip().splitlines():
    show(text)
