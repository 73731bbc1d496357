# White space around a number is skipped; any decimal digits of Unicode count, other digits do not.
for text in (" 12 ", "\t\n-7\r\n", "\x0b5\x0c", "\u30006\u2003", "\xa07", "\u0663\u0664", "\u0967_\u0968", "\uff11"):
    print(ascii(text), int(text))
for text in ("", "  ", "1 2", "\u00b2", "\u2160", "\u4e00", "1\x00", "\x1c", "\ud800", "--1", "+-1", "1-"):
    try:
        print(int(text))
    except ValueError as e:
        print(ascii(str(e)))
for data in (b" 12 ", bytearray(b"-3"), memoryview(b"45")):
    print(int(data), end=" ")
print()
for data in (b"\xb2", b"1\x00", bytearray(b"x"), b""):
    try:
        print(int(data))
    except ValueError as e:
        print(e)
