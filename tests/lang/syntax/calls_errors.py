# Argument lists that are wrong.
for source in ["f(a b)", "f(a, b c)", "f(a=1, b)", "f(**a, *b)", "f(**a, b)", "f(*a, b)", "f(a=1, a=2)", "f(a.b=1)", "f(a[0]=1)", "f(1=2)", "f('a'=1)", "f(a+b=1)", "f(a=)", "f(a=, b)", "f(=1)",
               "f(a for a in b, c)", "f(c, a for a in b)", "f(a for a in b)", "f(a=b for b in c)", "f(**)", "f(*)", "f(*a=1)", "f(**a=1)", "f(,)", "f(a,,b)", "f(,a)", "f(a;b)", "f(a:b)", "f((a=1))",
               "f(True=1)", "f(lambda: 1=2)", "f(a := 1, b)", "f(a=b := 1)", "f(*a, **b, *c)", "f(a, **b, c=1)", "f(yield)", "f(a if b)", "f(print a)", "f(a", "f(a))", "f(a]", "f(not=1)", "f(x for x in y for)",
               "f(async x for x in y)", "f(a == b = c)", "f(a, b=c d)", "class A(x for x in y): pass", "class A(a=1, b): pass", "class A(*): pass", "f(a, *b=c)", "f(a.b.c())=1", "f(a=1 if b)"]:
    try:
        compile(source, "f", "exec")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
