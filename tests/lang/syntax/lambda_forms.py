# Lambdas with parameters of every kind.
fs = [lambda: 0, lambda x: x, lambda x, y=2: (x, y), lambda *a: a, lambda *, k: k, lambda *a, k=1, **kw: (a, k, kw), lambda x, /, y: (x, y), lambda **kw: kw,
      lambda x=1, /, *, y: (x, y), lambda x, : x, lambda *a,: a]
print(fs[0](), fs[1](1), fs[2](1), fs[3](1, 2), fs[4](k=3), fs[5](1, z=2), fs[6](1, y=2), fs[7](a=1), fs[8](y=2), fs[9](1), fs[10](1))
print((lambda x: lambda y: x + y)(1)(2), (lambda *x: (yield from x))(1, 2).__next__(), [(lambda i=i: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
print((lambda: (1, 2))(), (lambda: 1, 2)[1], (lambda x: x if x else None)(0), lambda_ if (lambda_ := 1) else 2)
for source in ["lambda x, x: 1", "lambda x=1, y: 1", "lambda *: 1", "lambda *, **k: 1", "lambda **k, x: 1", "lambda (x): 1", "lambda x: int: 1", "lambda x, *a, *b: 1",
               "lambda /: 1", "lambda x, /, y, /: 1", "lambda *a, /: 1", "lambda *a=1: 1", "lambda x=: 1", "lambda 1: 1", "lambda x y: 1", "lambda", "lambda:", "lambda x",
               "lambda *, x=1, y: 1", "lambda **k=1: 1", "lambda x: = 1", "lambda *x, (y): 1", "lambda x, /, *: 1", "lambda None: 1"]:
    try:
        compile(source, "f", "eval")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
