# SyntaxError: its fields from the tuple, and what str() shows
def show(e):
    print(str(e), "|", e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line)


show(SyntaxError())
show(SyntaxError("m"))
show(SyntaxError("m", ("f.py", 1, 2, "text")))
show(SyntaxError("m", ("f.py", 1, 2, "text", 3, 4)))
show(SyntaxError("m", (None, 1, None, None)))
show(SyntaxError("m", ("/dir/f.py", None, 2, "text")))
show(SyntaxError("a", "b", "c"))
for args in (("m", 5), ("m", (1, 2)), ("m", (1, 2, 3, 4, 5)), ("m", ()), ("m", "abcd")):
    try:
        show(SyntaxError(*args))
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)
for source in ("a b", "def f(:\n  pass", "if 1:\npass", "\tx\n  y", "x = (", "'abc"):
    try:
        compile(source, "<s>", "exec")
    except SyntaxError as e:
        print(type(e).__name__, e.args[0], e.args[1][:2], e.msg == e.args[0], isinstance(e, IndentationError))
e = SyntaxError("m", ("f.py", 1, 2, "text"))
e.lineno, e.filename = 10, 5
print(e)
e.filename = "x.py"
e.msg = None
print(e)
