# compile(): exec, eval and single, from str, bytes and buffers; what each mode refuses.
def run(source, mode):
    try:
        code = compile(source, "<test>", mode)
        print(mode, repr(source), eval(code, {"a": (), "b": 1}))
    except SyntaxError as e:
        print(mode, repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset)


for mode in "exec", "eval", "single":
    for source in "1 + 1", "x = 1", "x = 1\n", "1\n2\n", "", "\n", " 1", "if 1: 2", "if 1:\n 2", "if 1:\n 2\n", b"3", bytearray(b"4"), memoryview(b"5"), "1;2", "1 # c", "# c", "yield", "(\n1\n)", "1\n\n", "\n1", "pass", "x: int", "*a, b":
        if not isinstance(source, (bytes, str)): source = bytes(source)
        run(source, mode)
