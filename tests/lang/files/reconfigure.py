# reconfigure(): what can be changed, until when, and what it refuses.
import io

t = io.TextIOWrapper(b := io.BytesIO(), "ascii", "replace", "\r\n")
print(t.encoding, t.errors, t.write("é\n"), t.reconfigure(encoding="latin-1"), t.encoding, t.errors)
print(t.write("é\n"), t.reconfigure(newline="\n", errors="ignore"), t.write("€\n"), t.flush(), b.getvalue(), t.errors)
print(t.reconfigure(), t.reconfigure(line_buffering=None), t.line_buffering, t.write_through)
print(t.reconfigure(line_buffering=True, write_through=True), t.line_buffering, t.write_through)
t = io.TextIOWrapper(io.BytesIO(b"abc\ndef\n"))
print(t.read(1))
for kwargs in ({"encoding": "latin-1"}, {"newline": None}, {"errors": "strict"}):
    try:
        t.reconfigure(**kwargs)
    except io.UnsupportedOperation as e:
        print(e)
print(t.reconfigure(line_buffering=1), t.line_buffering, t.readline())
t = io.TextIOWrapper(io.BytesIO())
for kwargs in ({"encoding": 3}, {"errors": 3}, {"newline": 3}, {"newline": "q"}, {"encoding": "none"},
               {"line_buffering": "x"}, {"bad": 1}):
    try:
        t.reconfigure(**kwargs)
    except (TypeError, ValueError, LookupError) as e:
        print(kwargs, type(e).__name__, e)
t = io.TextIOWrapper(b := io.BytesIO(), "utf-16-le")
print(t.write("a"), t.reconfigure(encoding="utf-8-sig"), t.write("b"), t.flush(), b.getvalue())
