# *args and **kwargs take what is left over; what fails releases all of it.
def stars(*args, **kwargs):
    return args, kwargs


def mixed(a, b=2, *rest, c, d=4, **more):
    return a, b, rest, c, d, more


def only(*, a, b=1):
    return a, b


for i in range(30):
    a = stars(1, 2, c=3), stars(), stars(*range(3)), stars(**{"x": 1, "y": i})
    b = mixed(1, c=i), mixed(1, 5, 6, 7, c=8, z=9), mixed(b=0, a=1, c=2, q=3)
print(a)
print(b)
print(mixed(*range(20), **{"c": 1} | {f"k{i}": i for i in range(20)}))
print(only(a=2))


class Loud:
    def __del__(self):
        print("gone")


def attempt(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except TypeError as e:
        print(e)


attempt(mixed)
attempt(mixed, 1)
attempt(mixed, Loud(), Loud(), Loud(), a=Loud(), c=1)
attempt(mixed, Loud(), 2, Loud(), x=1)
attempt(only, Loud(), Loud(), a=1)
attempt(only, a=1, z=Loud())
attempt(lambda a, /, **k: print(a, k), 1, a=2)


# Nothing but what comes: with what is there before the star, and without; what dies in the tuple dies with it.
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone:", self.name)

def rest(*args): return len(args)
def pair(a, *args, **kwargs): return a, args, kwargs
def default(a, b=2, *args): return a, b, args
print(rest(), rest(1), rest(*range(20)), pair(1), pair(1, 2, 3), pair(1, 2, c=3), default(1), default(1, 3, 4))
print(rest(Noisy("first"), Noisy("second")))
try:
    pair()
except TypeError as e:
    print(e)

# All keywords to one place, none of them a parameter's.
def wrapper(*args, **kwargs): return args, kwargs
print(len(wrapper(1, a=Noisy("value"))))
def first(x, /, *args, **kwargs): return x, args, kwargs
print(wrapper(a=1, b=2), wrapper(**{"a": 1}, b=2), first(1, x=2), first(1, 2, 3, y=4))
for call in "wrapper(a=1, **{'a': 2})", "wrapper(**{1: 2})", "first(x=1)", "first()":
    try:
        print(eval(call))
    except TypeError as e:
        print(e)
