# compile(): wrong arguments, flags, optimize.
for args in [(), ("1",), ("1", "f"), (1, "f", "exec"), ("1", 2, "exec"), ("1", "f", 3), ("1", "f", "none"), ("1", "f", "exec", -1), ("1", "f", "exec", 1 << 30), ("1", "f", "exec", 0, 0, 3), ("1", "f", "exec", 0, 0, -2), ("1", "f", "exec", "x"),
             ("1\0", "f", "exec"), (b"1\0", "f", "exec"), (None, "f", "exec"), ("\ud800", "f", "exec")]:
    try:
        print(compile(*args))
    except (TypeError, ValueError, SyntaxError) as e:
        print(type(e).__name__, e)
source = "def f():\n 'doc'\n assert 0, 'no'\n return __debug__\nr = f.__doc__"
for optimize in 0, 1, 2:
    namespace = {}
    exec(compile(source, "f", "exec", optimize=optimize), namespace)
    try:
        print(optimize, namespace["f"](), namespace["r"])
    except AssertionError as e:
        print(optimize, "AssertionError", e, namespace["r"])
print(compile("1", b"bytes.py", "eval").co_filename, compile(source="x", filename="f", mode="eval", dont_inherit=True).co_names)
print(eval(compile("a <> b", "f", "eval", 0x400000), {"a": 1, "b": 2}))
for flags in 0, 0x400000:
    for text in "1 <> 2", "1 != 2":
        try:
            print(flags, text, eval(compile(text, "f", "eval", flags)))
        except SyntaxError as e:
            print(flags, text, e.msg, e.offset)
