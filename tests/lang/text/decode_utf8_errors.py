# Where the invalid part of UTF-8 ends decides how often it is replaced.
for data in (b"\x80", b"\xc0\x80", b"\xc1\xbf", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf0\x80\x80\x80", b"\xf4\x90\x80\x80", b"\xf5", b"\xff", b"a\xc3", b"\xe2\x82", b"\xe2\x82a", b"\xf0\x9f\x98", b"\xf0\x9f\x98a", b"\xe2\x28\xa1", b"\xc3\xa9\xff\xc3"):
    try:
        data.decode()
    except UnicodeDecodeError as e:
        print(e, e.start, e.end, e.reason)
    print(ascii(data.decode(errors="replace")), ascii(data.decode(errors="ignore")), ascii(data.decode(errors="surrogateescape")), data.decode(errors="backslashreplace"))
print(b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800", "\udc80".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))
