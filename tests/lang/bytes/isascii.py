# isascii of bytes and of bytearray: only ASCII counts.
for make in (bytes, bytearray):
    print([i for i in range(256) if make([i]).isascii()])
    print([make(v).isascii() for v in (b"", b"abc", b"ABC", b"Abc Def", b"a1", b"12", b" \n", b"x\xff", b"aB", b"1A", b"A b", b"a-B", b"1")])
    try:
        make(b"a").isascii(1)
    except TypeError as e:
        print(e)
