# newline= when reading and when writing, and the attribute newlines.
import os

path = f"/tmp/ouro_files_{os.getpid()}"
with open(path, "wb") as f:
    f.write(b"a\nb\rc\r\nd\r\n\re")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=newline) as f:
        print(repr(newline), f.newlines, f.readlines(), f.newlines)
    with open(path, newline=newline) as f:
        print([f.read(2) for i in range(8)])
    with open(path, newline=newline) as f:
        print([f.readline(1) for i in range(13)])
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, "w", newline=newline) as f:
        print(f.write("x\ny\r\nz"), end=" ")
    with open(path, "rb") as f:
        print(repr(newline), f.read())
with open(path, "w", newline="") as f:
    f.write("r" * 8191 + "\r\nnext")
for newline in (None, "", "\r\n"):
    with open(path, newline=newline) as f:
        print(len(f.readline()), f.readline())
os.remove(path)
