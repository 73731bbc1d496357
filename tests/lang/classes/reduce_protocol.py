# __reduce_ex__, __reduce__, __getstate__: what copying and pickling start from
import copyreg


class P:
    def __init__(self):
        self.a = 1


class S:
    __slots__ = ("x", "y")


class Args(tuple):
    def __getnewargs__(self):
        return ("q",)


class Ex:
    def __getnewargs_ex__(self):
        return (1,), {"k": 2}


class State:
    def __getstate__(self):
        return "state"


def show(r):
    print([getattr(x, "__name__", x) if not isinstance(x, tuple) else tuple(getattr(y, "__name__", y) for y in x) for x in r])


show(P().__reduce_ex__(2))
show(P().__reduce_ex__(0)[:1] + P().__reduce_ex__(1)[2:])
s = S()
s.x = 5
show(s.__reduce_ex__(2))
print(s.__getstate__(), P().__getstate__(), object().__getstate__(), State().__reduce_ex__(4)[2])
show(Args((1, 2)).__reduce_ex__(2))
r = Ex().__reduce_ex__(2)
print(r[0] is copyreg.__newobj_ex__, r[1][1:])
print([(1).__reduce_ex__(2)[1], "a".__reduce_ex__(2)[1], [1].__reduce_ex__(2)[3].__next__(), {1: 2}.__reduce_ex__(2)[4].__next__()])
for f in (lambda: s.__reduce_ex__(0), lambda: object().__reduce_ex__("a"), lambda: (i for i in ()).__reduce_ex__(2),
          lambda: object().__reduce_ex__(), lambda: P().__reduce__(1), lambda: len.__reduce_ex__(2), lambda: type.__reduce_ex__(int, 2)):
    try:
        print(f())
    except TypeError as e:
        print(e)


class Own:
    def __reduce__(self):
        return "global name"


print(Own().__reduce_ex__(4))
