# ASCII, Latin-1 and code pages: runs of what they lack, with each handler.
text = "a\x80é€\u0100z\udcff"
for encoding in ("ascii", "latin-1", "cp1252", "iso8859-15", "koi8-r", "cp437"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape"):
        try:
            print(encoding, errors, text.encode(encoding, errors))
        except UnicodeEncodeError as e:
            print(encoding, errors, ascii(str(e)))
for encoding in ("ascii", "cp1252", "cp437", "koi8-r"):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape", "xmlcharrefreplace", "surrogatepass"):
        try:
            print(ascii(b"a\x80\x81\xff".decode(encoding, errors)), end=" ")
        except (UnicodeDecodeError, TypeError) as e:
            print(type(e).__name__, e, end=" ")
    print()
