# replace and ignore write the same for every character that an encoding lacks; the others depend on the character.
texts = "", "abc", "é", "äöü€ xyz", "a\U0001f600b\udc80", "\xff\u0100" * 20
for encoding in "ascii", "latin-1", "cp1252", "utf-8":
    for errors in "replace", "ignore", "backslashreplace", "xmlcharrefreplace":
        print(encoding, errors, [t.encode(encoding, errors) for t in texts])
for errors in "strict", "surrogatepass", "nosuch":
    try:
        "aé€".encode("ascii", errors)
    except (UnicodeEncodeError, LookupError) as e:
        print(type(e).__name__, e)
