# Classes derived from the file types: overridden methods are the ones that are called, attributes can be added.
import io
import os

path = f"/tmp/ouro_files_{os.getpid()}"


class Upper(io.TextIOWrapper):
    def readline(self, *args):
        return super().readline(*args).upper()

    def write(self, text):
        return super().write(text[::-1])


class Counted(io.FileIO):
    calls = 0

    def readinto(self, buffer):
        self.calls += 1
        return super().readinto(buffer)


with Upper(io.FileIO(path, "w+"), newline="\n") as f:
    f.extra = 1
    print(f.write("ba\ndc"), f.flush(), f.seek(0), list(f), f.extra, repr(f).replace(path, "PATH"))
raw = Counted(path)
with io.BufferedReader(raw, 2) as f:
    print(f.read(1), raw.calls, f.read(2), raw.calls, repr(raw).replace(path, "PATH"), f.raw is raw)


class Lines(io.BufferedReader):
    def readline(self, size=-1):
        return "text"


try:
    next(Lines(io.BytesIO(b"x")))
except OSError as e:
    print(e)
for cls in (io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair, io.TextIOWrapper):
    print(cls.__mro__, issubclass(cls, io.IOBase), isinstance(f, io.BufferedIOBase))
import copy
for f in (io.FileIO(path), open(path), open(path, "rb")):
    with f:
        try:
            copy.copy(f)
        except TypeError as e:
            print(e)
os.remove(path)
