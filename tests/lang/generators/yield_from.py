# yield from: values, send, throw and close go through; the value of the expression
def inner():
    try:
        x = yield 1
        print("inner got", x)
        yield 2
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    r = yield from inner()
    print("outer got", r)
    yield from "ab"
    yield from [3]
    return "outer result"


it = outer()
print(next(it), it.send("hello"), it.throw(ValueError("v")))
try:
    while True:
        print(next(it))
except StopIteration as e:
    print(e.value)
it = outer()
next(it)
it.close()


def plain():
    yield from [1, 2]


it = plain()
next(it)
for f in (lambda: it.send(5),):
    try:
        f()
    except AttributeError as e:
        print(e)
it = plain()
next(it)
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print(repr(e))


def wrong():
    yield from 5


try:
    next(wrong())
except TypeError as e:
    print(e)


def value():
    return (yield from (i for i in range(2))), (yield from inner2())


def inner2():
    yield "x"
    return 42


def drive(it):
    try:
        while True:
            print(next(it), end=" ")
    except StopIteration as e:
        print("->", e.value)


drive(value())
