# Files that are read and written: the position is one, whatever was read ahead.
import os

path = f"/tmp/ouro_files_{os.getpid()}"
with open(path, "wb+") as f:
    print(f.write(b"0123456789"), f.tell(), f.seek(2), f.read(3), f.write(b"ab"), f.tell(), f.read(), f.seek(0), f.read())
    print(f.seek(-3, 2), f.read(1), f.seek(-1, 1), f.write(b"X"), f.seek(0), f.peek()[:4], f.read1(2), f.tell())
    print(f.truncate(5), f.tell(), f.read(), f.seek(10), f.write(b"end"), f.seek(0), f.read())
    print(f.readline(), f.seek(0), f.readinto(buffer := bytearray(4)), buffer, f.readinto1(buffer), buffer)
    print(f.truncate(), f.seek(0, 2), f.readinto(bytearray(0)))
    for action in (lambda: f.seek(-1), lambda: f.seek(0, 9), lambda: f.read(-2), lambda: f.write("s"),
                   lambda: f.readinto(b"x"), lambda: f.readinto(3), lambda: f.seek(1.5)):
        try:
            action()
        except (OSError, TypeError, ValueError) as e:
            print(type(e).__name__, e)
with open(path, "ab+") as f:
    print(f.tell(), f.seek(0), f.read(2), f.read(), f.write(b"!"), f.tell(), f.seek(0), f.read())
with open(path, "r+") as f:
    print(f.readline(), f.seek(0), f.write("zz"), f.seek(0), f.read())
os.remove(path)
