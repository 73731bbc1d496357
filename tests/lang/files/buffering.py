# buffering=: none, by lines, of a size; when what was written reaches the file.
import os

path = f"/tmp/ouro_files_{os.getpid()}"


def there():
    return os.stat(path).st_size


with open(path, "wb", buffering=0) as f:
    print(type(f).__name__, f.write(b"ab"), there(), f.name == path)
with open(path, "w", buffering=1) as f:
    print(f.line_buffering, f.write("ab"), there(), f.write("c\nd"), there())
print(there())
with open(path, "wb", buffering=4) as f:
    print([(f.write(b"x" * n), there()) for n in (1, 2, 1, 3, 9, 1)])
print(there())
with open(path, "w") as f:
    print(f.line_buffering, f.write_through, f.write("ab"), there(), f.flush(), there())
    f.write("1")
    f.buffer.write(b"2")
    f.flush()
    f.reconfigure(line_buffering=True)
    print(f.write("3\n"), there())
    f.reconfigure(write_through=True)
    print(f.write("4"), there(), f.buffer.flush(), there())
with open(path, "rb", 0) as f:
    print(f.read())
os.remove(path)
