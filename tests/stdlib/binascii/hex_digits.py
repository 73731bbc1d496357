# Every byte as a digit in hexadecimal text.
import binascii

good = []
for c in range(256):
    pair = bytes([c, ord("7")])
    for convert in binascii.unhexlify, bytes.fromhex:
        try:
            good.append((chr(c), convert(pair)[0]))
        except ValueError:
            pass
print(good)
print(bytes.fromhex(" 0a\tBf "), binascii.unhexlify("0aBF"), binascii.unhexlify(b""))
for bad in "0", "0g", "g0", "0é", "٣٣":
    for convert in binascii.unhexlify, bytes.fromhex:
        try:
            print(convert(bad))
        except ValueError as e:
            print(type(e).__name__, e)
