# Arguments of open() that do not go together, or are of the wrong type.
for kwargs in ({"mode": "rb", "encoding": "utf-8"}, {"mode": "rb", "errors": "strict"}, {"mode": "rb", "newline": ""},
               {"buffering": 0}, {"newline": "x"}, {"newline": 3}, {"encoding": 3}, {"errors": 3}, {"mode": 3},
               {"encoding": "no-such"}, {"closefd": False}, {"buffering": "a"}, {"nothing": 1}):
    try:
        open("/dev/null", **kwargs)
    except (TypeError, ValueError, LookupError) as e:
        print(kwargs, type(e).__name__, e)
for name in (None, 3.5, [], -1, "a\0b", b"a\0b", 10**30):
    try:
        open(name)
    except (TypeError, ValueError, OSError) as e:
        print(repr(name), type(e).__name__, e)
try:
    open("/")
except IsADirectoryError as e:
    print(e)
print(open("/dev/null", "rb", buffering=-5).read())
