# unicode_escape and raw_unicode_escape both ways.
for text in ("abc", "é", "€", "\U0001F600", "\n\t\\'\"", "\x00\x7f\x80", "\ud800"):
    print(text.encode("unicode_escape"), text.encode("raw_unicode_escape"), text.encode("unicode_escape").decode("unicode_escape") == text)
for data in (rb"\x41\101\u00e9\U0001F600\N{BULLET}\a\b\f\v\'\"", rb"\xe9", b"\xe9", b"a\\\nb"):
    print(ascii(data.decode("unicode_escape")), ascii(data.decode("raw_unicode_escape")))
for data in (rb"\x4", rb"\u12", rb"\U00110000", rb"\N{no such name}", rb"\N{", rb"\N", b"\\", rb"\xzz"):
    for errors in ("strict", "replace", "ignore"):
        try:
            print(ascii(data.decode("unicode_escape", errors)), end=" ")
        except UnicodeDecodeError as e:
            print(e, end=" ")
    print()
