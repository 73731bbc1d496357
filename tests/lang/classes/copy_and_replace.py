# copy.copy, copy.deepcopy and copy.replace, and the methods that they call
import copy


class C:
    def __init__(self, x):
        self.x = x

    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep", len(memo) >= 0

    def __replace__(self, /, **changes):
        return "replaced", changes


class Plain:
    def __init__(self):
        self.items = [1, [2]]
        self.me = self


print(copy.copy(C(1)), copy.deepcopy(C(1)), copy.replace(C(1), x=2, y=3))
p = Plain()
q, r = copy.copy(p), copy.deepcopy(p)
print(q.items is p.items, r.items is p.items, r.items, r.me is r, q.me is p)
for f in (lambda: copy.replace(5, x=1), lambda: copy.replace(C), lambda: copy.replace(C(1), 1), lambda: copy.copy((i for i in ())),
          lambda: copy.deepcopy(type("R", (), {"__reduce__": lambda self: 5})())):
    try:
        print(f())
    except TypeError as e:
        print(e)
t = ([],)
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1,)) is not None, copy.copy(C) is C)


class Keys:
    def __reduce_ex__(self, protocol):
        return Keys, (), {"a": 1}, iter([5, 6]), iter([(1, 2)])

    def __setstate__(self, state):
        print("state", state)

    def append(self, x):
        print("append", x)

    def extend(self, xs):
        print("extend", list(xs))

    def __setitem__(self, k, v):
        print("set", k, v)


copy.copy(Keys())
