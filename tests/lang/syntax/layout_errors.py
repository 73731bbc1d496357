# Indentation and line structure that is wrong: class of the error, message and place.
for source in [" x", "if 1:\nx", "if 1:\n    x\n  y", "if 1:\n\tx\n        y", "x\n  y", "def f():\n", "if 1:\n  x\n y\n", "x \\ y", "x \\", "x \\\n",
               "x; ; y", ";", "if 1: if 2: x", "if 1: x\n  y", "for x in y:\n\n\nz", "class A:\n# c\n", "try:\n  x\nexcept:\ny", "x = 1 +\ny",
               "(", ")", "(]", "[(\n}", "{1: 2\n", "f(1,\n2\nx = 3", "if 1:\n x\n\ty", "else: x", "elif x: y", "while 1\n x", "def f()\n x",
               "x = (1\ny = 2)", "import", "class", "def", "print(1))", "lambda", "x =", "= x", "return return"]:
    try:
        compile(source, "f", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
