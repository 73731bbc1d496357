# tuple: construction, methods, operators, errors.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: tuple(), lambda: tuple('ab'), lambda: tuple([1]), lambda: tuple(5), lambda: tuple(1, 2), lambda: tuple(iterable=[1]), lambda: (1, 2, 1).count(1), lambda: (1, 2, 1).index(1, 1), lambda: (1,).index(2), lambda: (1, 2) + (3,), lambda: (1,) + [2], lambda: (1, 2) * 2, lambda: 2 * (1,), lambda: (1,) * -1, lambda: (1,) * 'a', lambda: (1, 2, 3)[::-1], lambda: (1,)[5], lambda: (1,)['a'], lambda: hash(([],)), lambda: (1, 2) < (1, 3), lambda: (1,) < (1, 'a'), lambda: repr((1,)), lambda: repr(()), lambda: ().__getnewargs__(), lambda: (1, [2]).__contains__([2]))
a = (1, 2)
print(tuple(a) is a, a[:] is a, a * 1 is a, () is tuple([]), a + () is a)
try: a[0] = 1
except TypeError as e: print(e)
try: del a[0]
except TypeError as e: print(e)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(T(1, 2), type(T(1) + T(2)), T(1, 2) == (1, 2), hash(T(1)) == hash((1,)), T(1, 2)[:] is not T, T(1)[0:1].__class__)
