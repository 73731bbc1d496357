# The modes of open(): which files they make, read, write, append to and refuse.
import os

path = f"/tmp/ouro_files_{os.getpid()}"
with open(path, "w") as f:
    print(f.write("one\n"), f.mode, f.writable(), f.readable())
with open(path, "a") as f:
    f.write("two\n")
    print(f.tell(), f.mode)
with open(path, "r+") as f:
    print(f.read(3), f.write("!"))
with open(path, "w+") as f:
    f.write("abc")
    f.seek(0)
    print(f.read(), f.read())
for mode in ("x", "rw", "q", "", "rr", "r+b+", "tb", "U"):
    try:
        open(path, mode)
    except (OSError, ValueError) as e:
        print(repr(mode), type(e).__name__, str(e).replace(path, "PATH"))
os.remove(path)
with open(path, "x") as f:
    print(f.mode, f.buffer.mode, f.buffer.raw.mode)
for mode in ("rb", "rb+", "wb", "ab", "ab+", "wb+"):
    with open(path, mode) as f:
        print(mode, f.mode, type(f).__name__, f.raw.mode)
os.remove(path)
try:
    open(path)
except FileNotFoundError as e:
    print(e.errno, e.strerror, e.filename == path)
