# The __exit__ of a with statement is looked up before the body and called with whatever it was then.
import sys


class Plain:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", kind, value, traceback is not None)
        return kind is KeyError


class Starred:
    def __enter__(self):
        return 5

    def __exit__(self, *details):
        return len(details) == 3 and details[0] is not None


class Odd:
    __enter__ = staticmethod(lambda: "static")
    __exit__ = classmethod(lambda cls, *details: print(cls.__name__, len(details)))


class Callable:
    def __call__(self, *details):
        print("called", [d if d is None else "something" for d in details])
        return True


class Attribute:
    __enter__ = __exit__ = Callable()


def run(manager, error=None):
    for _ in range(3):
        with manager as got:
            if error:
                raise error
    return got


run(Plain())
run(Plain(), KeyError("k"))
try:
    run(Plain(), ValueError("v"))
except ValueError as e:
    print("left", e)
print(run(Starred(), ValueError("x")), run(Odd()), run(Attribute(), OSError()) is True)

plain = Plain()
before = sys.getrefcount(plain)
with plain:
    print(sys.getrefcount(plain) - before)
    Plain.__exit__ = None  # too late for this one
print(sys.getrefcount(plain) - before)
for class_ in (Plain, type("Without", (), {"__enter__": lambda self: 1})):
    try:
        with class_():
            print("body")
    except TypeError as e:
        print(e)
del Starred.__enter__
try:
    run(Starred())
except TypeError as e:
    print(e)


class Few:
    def __enter__(self):
        pass

    def __exit__(self):
        pass


try:
    run(Few())
except TypeError as e:
    print(e)
