# b2a_qp takes bytes, not text.
import binascii

for data in ('text', 5):
    try:
        binascii.b2a_qp(data)
    except TypeError as e:
        print(e)
print(binascii.b2a_qp(b'a=b'))
