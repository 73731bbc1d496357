# Calls: positional, keyword, star, double star, methods, many arguments, order of evaluation.
def f(*args, **kwargs):
    return args, kwargs


def v(x):
    print(x, end=" ")
    return x


print(f(v(1), *v([2, 3]), v(4), *v((5,)), k=v(6), **v({"z": 7}), m=v(8)))
print(f(*v("ab")), f(**v({"q": 1})), f(*[], **{}), f(*v([1]), x=2))
print(f(a=1, **{"b": 2}, **{"c": 3}, d=4))


class C:
    def m(self, *a, **k):
        return a, k

    @classmethod
    def c(cls, x=0):
        return cls.__name__, x

    @staticmethod
    def s(x):
        return x

    def __call__(self, *a):
        return "called", a

    attr = len


o = C()
print(o.m(1, k=2), o.m(*[1], **{"y": 2}), o.c(5), C.c(x=6), o.s(7), o(8, 9), o.attr("four"))
o.inst = lambda *a: a
print(o.inst(1, 2), C.m(o, 3), "a-b".split("-", maxsplit=1), [3, 1, 2].sort(), {}.get("x", 5))
big = f(*range(300), **{f"k{i}": i for i in range(300)})
print(len(big[0]), len(big[1]))
source = "f(" + ", ".join(map(str, range(400))) + ", " + ", ".join(f"k{i}={i}" for i in range(400)) + ")"
big = eval(source)
print(len(big[0]), big[0][399], len(big[1]), big[1]["k399"])
for call in ["f(a=1, **{'a': 2})", "f(**{1: 2})", "f(*5)", "f(**5)", "C.m()", "o.m(1)(2)", "f(*[1], *3)", "f(k=1, **{'k': 2, 'l': 3})"]:
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)


def kw(a, b=2, /, c=3, *, d, e=5, **rest):
    return a, b, c, d, e, rest


print(kw(1, d=4), kw(1, 9, c=8, d=7, e=6, a=5), kw(*[1, 2, 3], **{"d": 4}))
print((lambda x, *y, z=v("default"): (x, y, z))(1, 2, z=3), (lambda: 5)())
