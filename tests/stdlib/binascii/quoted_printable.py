# binascii: quoted-printable, line lengths, white space
import binascii


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
binascii.a2b_qp('a=20b=\nc_')
binascii.a2b_qp('a_b', header=True)
binascii.a2b_qp('a=zzb=')
binascii.a2b_qp('a=4')
binascii.b2a_qp(b'a b\n')
binascii.b2a_qp(b'a \n\t')
binascii.b2a_qp(b'a b_', header=True)
binascii.b2a_qp(b'a b', quotetabs=True)
binascii.b2a_qp(b'.\n..')
binascii.b2a_qp(b'\xff=\r\n', istext=False)
binascii.b2a_qp(b'x'*100)
""".strip().splitlines():
    show(text)
