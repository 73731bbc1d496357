# tell() and seek() of text files: every position that tell() gives leads back to the same text.
import os

path = f"/tmp/ouro_files_{os.getpid()}"
text = "häß\r\nλόγος\n\U0001f600 end\r\n" * 3
for encoding in ("utf-8", "utf-16", "utf-16-be", "utf-8-sig", "latin-1"):
    with open(path, "w", encoding=encoding, newline="") as f:
        f.write(text if encoding != "latin-1" else text.encode("latin-1", "replace").decode("latin-1"))
    with open(path, encoding=encoding) as f:
        places = []
        while c := f.read(1):
            places.append((f.tell(), c))
        whole = "".join(c for place, c in places)
        print(encoding, len(places), [place for place, c in places][:9])
        for i, (place, c) in enumerate(places):
            f.seek(place)
            assert f.read() == whole[i + 1:], (encoding, i)
with open(path, "w") as f:
    print(f.tell(), f.write("äö"), f.tell(), f.seek(0), f.write("xyz\n"), f.seek(0, 2))
with open(path) as f:
    for args in ((1, 1), (1, 2), (-1,), (0, 3), (0, -1)):
        try:
            f.seek(*args)
        except (ValueError, OSError) as e:
            print(args, type(e).__name__, e)
    try:
        for line in f:
            f.tell()
    except OSError as e:
        print(type(e).__name__, e)
os.remove(path)
