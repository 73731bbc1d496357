# What .name shows: the path as it was given, a number for a descriptor; openers and closefd.
import os
import pathlib

path = f"/tmp/ouro_files_{os.getpid()}"
pathlib.Path(path).write_text("text\n")
with open(pathlib.Path(path)) as f:
    print(type(f.name).__name__, f.name == path, f.buffer.name == path, f.buffer.raw.name == path)
with open(path.encode(), "rb") as f:
    print(f.name == path.encode())
fd = os.open(path, os.O_RDONLY)
with open(fd, closefd=False) as f:
    print(f.name == fd, f.fileno() == fd, f.buffer.raw.closefd, f.read())
with open(fd, "rb") as f:
    print(f.read(), f.tell())
try:
    os.read(fd, 1)
except OSError as e:
    print("closed with the file", e.errno)


def opener(name, flags):
    print("opener", name == path, flags & os.O_RDWR)
    return os.open(name, flags)


with open(path, opener=opener) as f:
    print(f.read(), f.name == path)
for bad in (lambda name, flags: -2, lambda name, flags: "x"):
    try:
        open(path, opener=bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
os.remove(path)
