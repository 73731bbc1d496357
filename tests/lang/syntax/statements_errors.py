# Simple and compound statements that are wrong.
for source in ["pass x", "break", "continue", "return", "del", "del x,", "del x + y", "assert", "assert x,", "assert (x, y)", "assert x = 1", "assert (x := 1)", "raise x, y", "raise x from", "raise from x", "global",
               "global x, y", "global x.y", "global x = 1", "nonlocal x", "import x.y as z", "import x as y.z", "import (x)", "import x,", "import *", "from x import", "from x import (y", "from x import y,",
               "from x import (y,)", "from x import ()", "from x import y as z.w", "from x import y z", "from . import x", "from .... import x", "from .x.y import z", "from x import *, y", "from x import (*)",
               "import x as", "from import x", "from x import y.z", "if x: pass\nelse if y: pass", "if x: pass\nelif: pass", "else: pass", "if x:\npass", "for x: pass", "for x in: pass", "for in y: pass",
               "for x in y pass", "for x, in y: pass", "for x in *y, z: pass", "for x.y, z[0] in w: pass", "while: pass", "while x pass", "while x: pass\nelse: pass\nelse: pass", "with: pass", "with x as: pass",
               "with x, y as z, w: pass", "with (x, y as z,): pass", "with (x as y): pass", "with x as (y, z): pass", "with (x, y) as z: pass", "with (yield): pass", "with x as y as z: pass", "with (x) as y, z: pass",
               "class A: ", "class A", "class A(: pass", "class A(x y): pass", "class A[T](x): pass", "class A[]: pass", "class 1: pass", "def f: pass", "def f() pass", "def f() ->: pass", "def f() -> x, y: pass",
               "def f()(): pass", "@x", "@x\nx = 1", "@x y\ndef f(): pass", "@\ndef f(): pass", "async x", "async def f(): pass\nawait", "async for x in y: pass", "async with x: pass", "async if x: pass",
               "try: pass", "try: pass\nexcept x, y: pass", "try: pass\nexcept x, y as z: pass", "try: pass\nexcept: pass\nexcept x: pass", "try: pass\nfinally: pass\nelse: pass", "try: pass\nelse: pass",
               "try: pass\nexcept* x: pass\nexcept y: pass", "try: pass\nexcept*: pass", "try: pass\nexcept x as y.z: pass", "try: pass\nexcept x: pass\nelse: pass\nfinally: pass", "try x: pass", "print(x) y", "x y"]:
    try:
        compile(source, "f", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
