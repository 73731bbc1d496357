# Keywords where a name or an expression is expected.
for source in ["None = 1", "True = 1", "x.None", "x.True = 1", "def None(): pass", "class True: pass", "f(None=1)", "f(True=1)",
               "def f(None): pass", "lambda True: 1", "import None", "import a as None", "from a import True", "for None in x: pass",
               "del None", "del f()", "global None", "with a as None: pass", "except_ = 1", "class = 1", "if = 2", "x.if", "async = 1",
               "await = 1", "[x for None in y]", "(None := 1)", "None += 1", "None: int", "x.class = 1", "print 1", "exec 'x'", "print x, y",
               "import a.if", "from . import if", "yield = 1", "not = 1", "a is = b", "lambda: yield"]:
    try:
        compile(source, "f", "exec")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
