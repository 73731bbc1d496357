# fromhex skips white space between pairs, takes text and bytes, and gives the class it is called on.
class Data(bytes):
    pass
for text in ("", "00ff", "00 Ff\t0a\n", " 1a2B ", b"61 62", bytearray(b"63"), memoryview(b"64")):
    print(bytes.fromhex(text), bytearray.fromhex(text))
print(type(Data.fromhex("61")).__name__)
for text in ("0", "0g", "g0", "000", "0 0", "1 2 ", "é1", "12\u3000", "12 é", b"1", b"zz", "12\x0034"):
    try:
        print(bytes.fromhex(text))
    except ValueError as e:
        print(ascii(text), e)
for value in (5, None, [1]):
    try:
        bytes.fromhex(value)
    except TypeError as e:
        print(e)
