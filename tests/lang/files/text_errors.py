# Encodings and error handlers: what cannot be decoded or encoded, and the attributes that show them.
import io
import os

path = f"/tmp/ouro_files_{os.getpid()}"
with open(path, "wb") as f:
    f.write(b"abc\xff\xe4def\n")
for errors in ("replace", "ignore", "backslashreplace", "surrogateescape"):
    with open(path, errors=errors) as f:
        print(errors, ascii(f.read()), f.errors, f.encoding)
with open(path) as f:
    try:
        f.read()
    except UnicodeDecodeError as e:
        print(e)
with open(path, "w", encoding="ascii") as f:
    try:
        f.write("ok\näh")
    except UnicodeEncodeError as e:
        print(e)
    print(f.write("fine"))
with open(path, "w", encoding="ascii", errors="xmlcharrefreplace") as f:
    print(f.write("äh"))
with open(path, "rb") as f:
    print(f.read())
with open(path, "wb") as f:
    f.write("日本語 text".encode("utf-16"))
with open(path, encoding="utf-16") as f:
    print(f.read(3), f.encoding)
with open(path, "rb") as f, io.TextIOWrapper(f, "utf-16-le", "strict") as g:
    print(ascii(g.read()), g.buffer is f)
os.remove(path)
