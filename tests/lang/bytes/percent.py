# % of bytes: what each directive takes.
class Own:
    def __bytes__(self):
        return b"own"
for format, args in [(b"%s|%b", (b"a", bytearray(b"b"))), (b"%5s|%-5s|%.1s", (b"ab", b"ab", b"ab")), (b"%d|%5d|%-5d|%05d|%+d|% d", (1, 2, 3, 4, 5, 6)), (b"%x|%#X|%o|%#o", (255, 255, 8, 8)), (b"%c%c", (65, b"B")), (b"%a|%r", ("é", "é")), (b"%.2f|%e|%g", (1.5, 1.5, 1.5)),
                     (b"%%|%5%|", ()), (b"%(a)s%(b)d", {b"a": b"x", b"b": 1}), (b"%*d|%-*d|%.*f", (5, 1, 5, 2, 2, 3.14159)), (b"%s", Own()), (b"%s", memoryview(b"mv")), (b"%i%u", (1, 2)), (b"x", ()), (b"x", {})]:
    try:
        print(format % args, bytearray(format) % args)
    except (TypeError, ValueError) as e:
        print(format, e)
for format, args in [(b"%s", "text"), (b"%d", b"1"), (b"%d", "1"), (b"%c", 256), (b"%c", b"ab"), (b"%c", "a"), (b"%s", ()), (b"%s", (b"a", b"b")), (b"%", ()), (b"%z", 1), (b"%(a)s", 5), (b"%(a)s", {"a": b"x"}), (b"%x", 1.5), (b"%f", "1"), (b"%(a", {}), (b"%*d", ("a", 1)), (b"%\xff", 1)]:
    try:
        print(format % args)
    except Exception as e:
        print(format, args, type(e).__name__, e)
