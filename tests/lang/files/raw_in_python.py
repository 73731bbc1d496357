# Buffered and text files over a raw file written in Python.
import io


class Raw(io.RawIOBase):
    def __init__(self, *pieces):
        self.pieces, self.written = list(pieces), []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        piece = self.pieces.pop(0) if self.pieces else b""
        if piece is None:
            return None
        print("readinto", type(buffer).__name__, len(buffer))
        buffer[:len(piece)] = piece
        return len(piece)

    def write(self, data):
        self.written.append(bytes(data)[:4])
        return len(self.written[-1])


r = io.BufferedReader(Raw(b"abc", b"de\nf", b"g\n"), 8)
print(r.read(1), r.peek(), r.readline(), r.read(), r.read(), r)
print(io.BufferedReader(Raw(b"x\ny\n", b"z")).readlines(), list(io.BufferedReader(Raw(b"p\nq"))))
print(io.BufferedReader(Raw(None)).read(5), io.BufferedReader(Raw(b"ab", None)).read(5), Raw(b"1", b"2").read())
w = io.BufferedWriter(raw := Raw(), 6)
print(w.write(b"abc"), raw.written, w.write(b"defghijklm"), raw.written, w.flush(), raw.written)
t = io.TextIOWrapper(io.BufferedReader(Raw(b"h\xc3", b"\xa4\r", b"\nx")), "utf-8")
print(t.readline(), t.read(), t.newlines)
p = io.BufferedRWPair(Raw(b"read"), raw := Raw())
print(p.read(2), p.write(b"w"), p.flush(), raw.written, p.readable(), p.writable(), p.seekable(), p.closed, p.close(), p.closed)
for make in (lambda: io.BufferedReader(3), lambda: io.BufferedWriter(io.RawIOBase()), lambda: io.BufferedRandom(Raw()),
             lambda: io.BufferedReader(Raw(), 0), lambda: io.TextIOWrapper(3), lambda: io.BufferedRWPair(Raw())):
    try:
        make()
    except (AttributeError, OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
