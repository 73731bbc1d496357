# Name mangling of names with two underscores in a class
class C:
    __x = 1

    def __m(self):
        return self.__x

    def get(self):
        return self.__m(), self.__class__.__x, _C__global

    def set(self, __arg):
        self.__y = __arg
        __local = 5
        return [k for k in locals() if k != "self"], sorted(vars(self))

    def imports(self):
        import math as __mod
        return __mod.__name__, [n for n in locals() if "mod" in n]

    def nested(self):
        class Inner:
            __z = 2

            def f(self):
                return self.__z
        return Inner().f(), [n for n in vars(Inner) if "z" in n]

    def keyword(self, **kw):
        return dict(__k=1), kw

    __dunder__ = "kept"
    __ = 3


_C__global = "global"
c = C()
print(c.get(), c.set(7), c.imports(), c.nested(), c.keyword(__q=1))
print(sorted(n for n in vars(C) if n.startswith("_C") or n in ("__dunder__", "__")))
try:
    c.__x
except AttributeError as e:
    print(e)


class _Under:
    __a = 1


class __Two:
    __b = 2


class ___:
    __c = 3


print([n for cls in (_Under, __Two, ___) for n in vars(cls) if n[-1] in "abc" and "__" in n])
