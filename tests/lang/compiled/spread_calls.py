# f(*args, **kwargs) of Python functions in one loop: orders, errors, recursion, deaths
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def two(a, b=2):
    return a, b


def everything(a, /, b=2, *args, c=3, **kwargs):
    return a, b, args, c, kwargs


class Names(dict):
    def keys(self):
        return ["b"]

    def __getitem__(self, key):
        return "asked"


class Thing:
    def method(self, a, *rest, **more):
        return type(self) is Thing, a, rest, more


def use(f, args, kwargs):
    return f(*args), f(**kwargs, a=1) if f is two else f(0, **kwargs), f(*args, **kwargs)


for i in range(60):
    use(everything, (1,), {"b": 5, "z": 6})
    use(two, [1], {"b": 3})
print(use(everything, (1,), {"b": 5, "z": 6}), use(two, [1], {"b": 3}), use(two, range(1), Names(b=1)))
print(use(Thing().method, (1, 2, 3), {"k": 4}), max(*(1, 2)))
for args, kwargs in [((), {}), ((1, 2, 3), {}), ((1,), {"a": 2}), ((1,), {"c": 2}), ((1,), {1: 2}), (3, {}), ((1,), 4)]:
    try:
        print(two(*args, **kwargs))
    except TypeError as e:
        print(e, e.__traceback__.tb_next)


def dies(*args, **kwargs):
    args = kwargs = None
    print("in")


def drop():
    dies(*[Loud("list")], **{"k": Loud("dict")})
    dies(*(Loud("tuple"),))
    two(*[Loud("kept")], b=Loud("other"))


drop()


def down(n, **kwargs):
    return down(*[n - 1], **kwargs) if n else kwargs


print(down(600, x=1))


def endless(*args, **kwargs):
    return endless(*args, **kwargs)


for i in range(3):
    try:
        endless(1, a=2)
    except RecursionError as e:
        print(e)


def numbers(*args):
    yield from args


print([list(numbers(*range(3))) for i in range(60)][-1], sum(numbers(*[1, 2, 3])))
same = (1, 2)
print((lambda *args: args is same)(*same), (lambda **k: k)(**{"é": 1, "class": 2}))
