# Raw files that give wrong answers, raise, or call back into the file above them.
import io


class Raw(io.RawIOBase):
    readable = writable = seekable = lambda self: True

    def __init__(self, answer):
        self.answer = answer

    def readinto(self, buffer):
        return self.answer(self)

    write = readinto
    seek = lambda self, *args: self.answer(self)
    tell = lambda self: self.answer(self)


def complain(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e, "|", type(e.__cause__).__name__)


for answer in (lambda raw: -1, lambda raw: 10**9, lambda raw: "x", lambda raw: 1 / 0, lambda raw: None):
    complain(lambda: io.BufferedReader(Raw(answer)).read(2))
    complain(lambda: io.BufferedReader(Raw(answer)).read())
    complain(lambda: io.BufferedReader(Raw(answer)).tell())
    complain(lambda: io.BufferedReader(Raw(answer)).seek(5))
    w = io.BufferedWriter(Raw(answer), 2)
    complain(lambda: w.write(b"abcdef"))
    complain(lambda: w.detach() is w.raw)
again = io.BufferedReader(Raw(lambda raw: again.read(1)))
complain(lambda: again.read(1))
