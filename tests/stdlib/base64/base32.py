# base64: Base32 in both alphabets, and Base16
import base64


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
base64.b32encode(b'abc')
base64.b32encode(b'')
base64.b32encode('a')
base64.b32decode('MFRGG===')
base64.b32decode(b'mfrgg===')
base64.b32decode(b'mfrgg===',True)
base64.b32decode(b'MFRG0===')
base64.b32decode(b'MFRG0===',map01='L')
base64.b32decode(b'M1023456',map01=b'I')
base64.b32decode(b'MFRGG==')
base64.b32decode(b'M=======')
base64.b32decode(b'MFRGG=a=')
base64.b32decode(b'MFRGGX==')
base64.b32decode(b'MFRGG===',map01='LL')
base64.b32hexencode(b'abc')
base64.b32hexdecode('C5H66===')
base64.b32hexdecode('c5h66===',casefold=True)
base64.b32hexdecode('Z5H66===')
base64.b16encode(b'abc')
base64.b16encode('abc')
base64.b16decode('616263')
base64.b16decode('6a')
base64.b16decode('6a',True)
base64.b16decode('6')
base64.b16decode('6é')
base64.b16encode(memoryview(b'abc'))
""".strip().splitlines():
    show(text)
