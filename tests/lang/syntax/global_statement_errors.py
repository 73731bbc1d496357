# global and nonlocal where they are too late, contradict each other or find nothing.
for source in ["x = 1\nglobal x", "print(x)\nglobal x", "def f(x): global x", "def f(x): nonlocal x", "def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f():\n x: int\n global x", "def f():\n global x\n x: int", "nonlocal x", "def f(): nonlocal x",
               "class A: nonlocal x", "def f():\n x = 1\n class A:\n  nonlocal x", "def f():\n global x\n def g(): nonlocal x", "def f(): global x; nonlocal x", "def f():\n x = 1\n def g():\n  nonlocal x\n  global x", "def f():\n x = 1\n def g():\n  x\n  nonlocal x",
               "def f():\n for x in y: pass\n global x", "def f():\n import x\n global x", "def f():\n def x(): pass\n global x", "def f():\n class x: pass\n global x", "def f():\n with y as x: pass\n global x", "def f():\n try: pass\n except y as x: pass\n global x", "def f():\n (x := 1)\n global x",
               "def f():\n del x\n global x", "def f():\n x += 1\n global x", "def f():\n [x for x in y]\n global x", "def f():\n lambda x: x\n global x", "global x, x", "global x; x = 1; global x", "if 1: global x\nx = 1", "class A:\n global x\n x = 1", "class A:\n x = 1\n global x", "def f():\n match y:\n  case x: pass\n global x",
               "def f[T]():\n nonlocal T", "def f():\n import x.y\n global x", "global print", "def f():\n global f", "nonlocal = 1", "global a.b", "global *a", "global (a)"]:
    try:
        compile(source, "f", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), e.msg, e.lineno, e.offset, e.end_offset)
