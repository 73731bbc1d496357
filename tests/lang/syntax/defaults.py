# Functions: when defaults, annotations and decorators are evaluated; attributes of functions and code.
def v(x):
    print(x, end=" ")
    return x


def deco(n):
    print("deco", n, end=" ")

    def apply(f):
        print("apply", n, end=" ")
        return f

    return apply


@deco(1)
@deco(2)
def f(a, b=v("b"), *, c=v("c"), d):
    """Doc of f.

        indented
    last
    """
    return a, b, c, d


print()
print(f.__defaults__, f.__kwdefaults__, f(1, d=2), f.__qualname__)
print(repr(f.__doc__))


@deco("class")
class C:
    "Doc of C"

    @deco("method")
    def m(self, x=v("x"), *y: "ignored", **z) -> int:
        return lambda q: q

    class Inner:
        def deep(self):
            def deeper(): pass
            return deeper


print()
print(C.m.__qualname__, C().m().__qualname__, C.Inner().deep().__qualname__, C.__doc__, C.__firstlineno__)
code = C.m.__code__
print(code.co_varnames, code.co_argcount, code.co_kwonlyargcount, code.co_flags, code.co_firstlineno, code.co_names)


def shape(a, b, /, c, *d, e, f=1, **g):
    h = a
    for i in [h]: j = i
    return lambda: (a, j)


code = shape.__code__
print(code.co_varnames, code.co_cellvars, code.co_freevars, code.co_nlocals, code.co_argcount, code.co_posonlyargcount)
print(shape(1, 2, 3, e=4).__code__.co_freevars, [c for c in code.co_consts if not hasattr(c, "co_name")])
print(code == code.replace(), code.replace(co_name="other").co_name, hash(code) == hash(code.replace()))


def mutable(x, acc=[]):
    acc.append(x)
    return acc


mutable(1)
print(mutable(2))
