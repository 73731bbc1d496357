# Methods of built-in objects that have their __dict__ in a field: an attribute of the instance hides them, also in hot loops.
import io


class Log(io.StringIO):
    pass


def fill(file, n):
    for i in range(n):
        file.write("x")
    return file


for kind in (io.StringIO, Log):
    file = kind()
    print(len(fill(file, 900).getvalue()))
    written = []
    file.write = written.append
    print(len(fill(file, 900).getvalue()), len(written))
    del file.write
    print(len(fill(file, 900).getvalue()), len(written))

Log.write = lambda self, text: written.append(text)
print(len(fill(Log(), 3).getvalue()), len(written))

error = ValueError("v")
for i in range(900):
    error.add_note(str(i))
    if i == 800:
        error.add_note = written.append
print(len(error.__notes__), written[-1])

for text in ("a", "é", "€", "😀"):
    file = io.StringIO()
    file.write("plain ")
    file.write(text)
    file.seek(0)
    print(ascii(file.getvalue()), ascii(file.read(6)), ascii(file.read()))
data = io.BytesIO()
for part in (b"", b"a", b"bc" * 20, bytearray(b"d"), memoryview(b"efg")):
    print(data.write(part), end=" ")
print(data.getvalue())
for name in ("latin-1", "LATIN_1", "iso8859-1", "utf-16-le", "ascii", "no-such") * 2:
    try:
        print(name, b"ab".decode(name).encode(name))
    except LookupError as e:
        print(e)
evens, few = set(range(0, 400, 2)), {396, 398}
print(few <= evens, few.isdisjoint(evens), {1} <= evens, {399, 1}.isdisjoint(evens), evens >= {398}, " \t".isspace(), "".isspace(), " x".isspace(), "x ".isspace())
