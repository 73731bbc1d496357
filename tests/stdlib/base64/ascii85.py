# base64: Ascii85 with its options
import base64


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
base64.a85encode(b'abcd    \0\0\0\0x')
base64.a85encode(b'abcd    \0\0\0\0x',foldspaces=True)
base64.a85encode(b'abcdefgh'*10,wrapcol=20)
base64.a85encode(b'abcdefgh',wrapcol=1)
base64.a85encode(b'abcdefgh',adobe=True)
base64.a85encode(b'abcdefgh'*4,adobe=True,wrapcol=10)
base64.a85encode(b'abcde',pad=True)
base64.a85encode(b'')
base64.a85encode('a')
base64.a85decode('@:E_W')
base64.a85decode('@:E_W+<VdLz')
base64.a85decode('@:E_Wy',foldspaces=True)
base64.a85decode('@:E_Wy')
base64.a85decode('<~@:E_W~>',adobe=True)
base64.a85decode('@:E_W',adobe=True)
base64.a85decode('@:E_W~>',adobe=True)
base64.a85decode('@z')
base64.a85decode('@:E_v')
base64.a85decode('s8W-"')
base64.a85decode('@: E\n_W')
base64.a85decode('@: E',ignorechars=b'')
base64.a85decode('@y',foldspaces=True)
base64.a85decode('é')
""".strip().splitlines():
    show(text)
