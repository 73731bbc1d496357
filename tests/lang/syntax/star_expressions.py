# Stars: in displays, calls, subscripts, returns, yields, for loops, and where they are not allowed.
a, b = [1, 2], {"x": 3}
print([*a, *"bc"], (*a,), {*a, *a}, {**b, "y": 4, **{}}, [*a, *[*a]])


def f(*args, **kwargs):
    return *args, *kwargs.items()


print(f(*a, 3, *(4, 5), k=1, **b, **{"z": 2}), f(*[], **{}))
def g():
    yield *a, 3
    return *a, *a


print(list(g()))
for x in *a, *a: print(x, end=" ")
print()


class Sub:
    def __getitem__(self, key):
        return key


s = Sub()
print(s[*a], s[*a, 3], s[0, *a], s[*a, 1:2])
for bad in lambda: f(*1), lambda: f(**1), lambda: [*1], lambda: {**1}, lambda: f(x=1, **b), lambda: {*[[]]}, lambda: f(**{1: 2}), lambda: print(*a, *3):
    try:
        bad()
    except TypeError as e:
        print(e)
