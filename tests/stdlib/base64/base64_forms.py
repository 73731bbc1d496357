# base64: Base64 with every alphabet
import base64


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
base64.b64encode(b'abc?>~')
base64.b64encode(b'abc?>~',b'-_')
base64.b64encode('abc')
base64.b64encode(b'a',b'x')
base64.b64encode(b'a','ab')
base64.b64decode('YW!Jj')
base64.b64decode(b'YWJj',validate=True)
base64.b64decode(b'YW!Jj',validate=True)
base64.b64decode(b'-_--',b'-_')
base64.b64decode(b'-_--','-_')
base64.b64decode(b'-_--','-')
base64.b64decode('é')
base64.b64decode(5)
base64.standard_b64encode(b'a')
base64.standard_b64decode('YQ==')
base64.urlsafe_b64encode(b'\xff\xfe\xfd')
base64.urlsafe_b64decode('__79')
base64.encodebytes(b'abc'*30)
base64.encodebytes('a')
base64.decodebytes(b'YWJj')
base64.decodebytes('YWJj')
base64.encodebytes(memoryview(b'ab').cast('h'))
base64.b64encode(bytearray(b'abc'))
""".strip().splitlines():
    show(text)
