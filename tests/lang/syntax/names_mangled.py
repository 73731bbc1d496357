# Private names in classes: in every place where a name may stand.
class _A__B:
    __x = 1
    def __m(self, __p=2, *__a, __k=3):
        __l = 4
        import os as __o
        from os import path as __q, sep
        global __g
        __g = 5
        def __f(): return __l
        class __C: __y = 6
        self.__attr = __p
        [__v for __v in "ab"]
        for __i in [1]: pass
        try: 1 / 0
        except ZeroDivisionError as __e: pass
        with open(__file__) as __w: pass
        (__z := 7)
        del __i
        return sorted(n for n in locals()), self.__attr, __C.__name__, [n for n in vars(__C) if "y" in n], __f.__name__, __f()
    def call(self): return self.__m(_A__B__p=9) if False else self._A__B__m()
    __all__ = 8
    def get(self): return self.__class__, self._x if hasattr(self, "_x") else self.__x
print([n for n in vars(_A__B) if not n.endswith("__")], _A__B().call(), "_A__B__g" in globals(), _A__B().get())
class __:
    __v = 1
class ___D:
    __v = 2
    def f(self): return self.__v, self.___w if 0 else None
print([n for n in vars(__) if "v" in n], [n for n in vars(___D) if n.endswith("v")], ___D().f())
def outside():
    __local = 1
    return locals()
print(outside())
