# UTF-16 and UTF-32: marks, byte orders, surrogates, truncated data.
text = "aé€\U0001F600"
for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"):
    data = text.encode(encoding)
    print(encoding, data.hex(), ascii(data.decode(encoding)), data.decode(encoding) == text)
for data, encoding in [(b"\xfe\xff\x00a", "utf-16"), (b"\xff\xfea\x00", "utf-16"), (b"a\x00", "utf-16"), (b"\xff\xfe", "utf-16-le"), (b"a", "utf-16"), (b"\x00\xd8", "utf-16-le"), (b"\x00\xd8a\x00", "utf-16-le"), (b"\x00\xdc", "utf-16-le"),
                       (b"\x00\xd8\x00", "utf-16"), (b"a\x00\x00", "utf-32"), (b"\x00\x00\x11\x00", "utf-32-le"), (b"\x00\xd8\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff\x00\x00\x00a", "utf-32")]:
    for errors in ("strict", "replace", "ignore", "surrogatepass", "backslashreplace"):
        try:
            print(ascii(data.decode(encoding, errors)), end=" ")
        except UnicodeDecodeError as e:
            print(e, end=" ")
    print()
for errors in ("strict", "replace", "surrogatepass", "surrogateescape", "xmlcharrefreplace"):
    for encoding in ("utf-16-le", "utf-32-be"):
        try:
            print("\ud800\udc80".encode(encoding, errors))
        except UnicodeEncodeError as e:
            print(errors, e)
