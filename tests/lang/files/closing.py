# Closed, detached and never initialised files; close() that fails; with.
import io
import os

path = f"/tmp/ouro_files_{os.getpid()}"


def complain(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e, "|", type(e.__context__).__name__)


for mode in ("w+", "wb+"):
    with open(path, mode) as f:
        pass
    print(f.closed, f.close(), repr(f).replace(path, "PATH"))
    for action in (f.read, f.readline, lambda: f.write(b""), f.flush, f.tell, lambda: f.seek(0), f.truncate, f.fileno,
                   f.isatty, f.readable, f.seekable, lambda: next(f), lambda: iter(f), f.readlines, f.__enter__,
                   lambda: f.writelines([])):
        complain(action)
for cls in (io.TextIOWrapper, io.BufferedReader, io.BufferedRWPair):
    f = cls.__new__(cls)
    complain(f.read)
    complain(lambda: f.closed)
f = open(path)
b = f.detach()
complain(f.read)
complain(lambda: f.closed)
print(f.encoding, b.detach().close())
complain(b.read)


class Fails(io.RawIOBase):
    writable = lambda self: True

    def write(self, data):
        raise OSError("write")

    def close(self):
        raise OSError("close")


f = io.TextIOWrapper(io.BufferedWriter(Fails()))
f.write("x")
complain(f.close)
Fails.close = Fails.write = lambda self, *args: 1
os.remove(path)
