# base64: Base85 and Z85
import base64


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
base64.b85encode(b'abcdefg')
base64.b85encode(b'abcdefg',True)
base64.b85encode(b'')
base64.b85decode('VPaz%Zgda')
base64.b85decode(b'VPaz%Zgda7')
base64.b85decode('VPa z')
base64.b85decode('~~~~~')
base64.b85decode('|NsC1')
base64.z85encode(b'abcdefg')
base64.z85encode(b'abcdefg',True)
base64.z85decode('vpA#&zgDA')
base64.z85decode('vpA;')
base64.z85decode('%nSc1')
base64.z85decode('#####')
""".strip().splitlines():
    show(text)
