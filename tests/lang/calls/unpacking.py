# * and ** in calls: order, what may be unpacked, repeated keywords
def f(*args, **kw):
    return args, kw


print(f(*[1], 2, *(3, 4), a=1, **{"b": 2}, c=3, **{}), f(*"ab", *range(2), *{}), f(**dict(x=1)))


def show(x):
    print("eval", x)
    return x


f(show(1), *[show(2)], k=show(3), **{"l": show(4)})


class Keys:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


class OnlyGet:
    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i


print(f(**Keys()), f(*OnlyGet()))
for call in (lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: f(a=1, **{"a": 2}), lambda: f(**{"a": 1}, **{"a": 2}),
             lambda: f(*None), lambda: f(**[("a", 1)]), lambda: f(1, *5, 2), lambda: f(**None), lambda: len(*5), lambda: len(**5),
             lambda: f.__call__(*5), lambda: "x".join(*5), lambda: C.m(**{"a": 1}, **{"a": 1}), lambda: print(*[], **{"sep": 1, 2: 3}),
             lambda: int(**{"a": 1}, **{"a": 1}), lambda: (lambda x: x)(*[1], x=2)):
    try:
        print(call())
    except (TypeError, NameError) as e:
        print(e)


def gen():
    yield 1
    raise ValueError("inside the generator")


try:
    f(*gen())
except ValueError as e:
    print(e)


def typed():
    yield 1
    raise TypeError("inside the generator")


try:
    f(*typed())
except TypeError as e:
    print(e)
