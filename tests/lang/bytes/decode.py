# decode of bytes and of bytearray: to text.
values = [b"abc", b"\xc3\xa9", b"\xff\x00"]
for make in (bytes, bytearray):
    for args in [('utf-8', 'replace'), ('latin-1',), ('ascii', 'ignore'), ('utf-8', 'surrogateescape'), ('ascii', 'backslashreplace'), ('utf-16', 'replace')]:
        print(*[ascii(make(v).decode(*args)) for v in values])
for args in [('bogus',), (1,), ('utf-8', 1), ('utf-8', 'strict', 1), ('hex',)]:
    for make in (bytes, bytearray):
        try:
            print(make(values[0]).decode(*args))
        except Exception as e:
            print(args, type(e).__name__, e)
