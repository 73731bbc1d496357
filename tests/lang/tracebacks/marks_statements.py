# Where the marks are in statements of every kind.
import traceback


class Manager:
    def __enter__(self):
        raise ValueError("enter")

    def __exit__(self, *args):
        pass


n, i, d = None, 1, {}
sources = ["x = n.a", "x: int = n.a", "i += 'a'", "d['a'] += 1", "n.a = 1", "n[0] = 1", "del n.a", "del d['a']", "a, b = 1",
           "a, b = 1, 2, 3", "a, *b = ()", "[a, (b, c)] = 1, 2", "for x in n: pass", "for x, y in [1]: pass",
           "while n.a: pass", "if n.a: pass", "assert n, n.a", "assert not d", "raise n", "raise ValueError('a') from 1",
           "with n: pass", "with Manager() as m: pass", "import nothing.at_all", "from sys import nothing",
           "match n.a:\n case 1: pass", "match 1:\n case n(): pass", "match 1:\n case x if n.a: pass",
           "match d:\n case int(a=1): pass", "class A(n): pass", "class A(metaclass=n): pass", "@n\ndef f(): pass",
           "def f(a=n.a): pass", "global zz; zz", "print(1, file=3)", "try: n.a\nfinally: i = 2", "lambda: 0; i.x"]
for source in sources:
    try:
        exec(compile(source, "<s>", "exec"))
    except Exception as e:
        tb = e.__traceback__.tb_next
        position = list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti // 2]
        print(repr(source), type(e).__name__, position)
