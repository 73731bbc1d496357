# send(), the values of yield expressions, the return value
def g():
    x = yield 1
    print("got", x)
    y = yield x * 2
    print("got", y)
    return "result"


it = g()
print(next(it), it.send(5))
try:
    it.send("y")
except StopIteration as e:
    print(e.value, e.args)
for f in (lambda: next(it), lambda: it.send(1), lambda: next(it, "default")):
    try:
        print(f())
    except StopIteration as e:
        print("stopped", e.value)
new = g()
try:
    new.send(1)
except TypeError as e:
    print(e)
print(new.send(None))


def tuple_value():
    return (1, 2)
    yield


try:
    next(tuple_value())
except StopIteration as e:
    print(e.value, e.args)


def exc_value():
    return KeyError("k")
    yield


try:
    next(exc_value())
except StopIteration as e:
    print(repr(e.value))
print(list(tuple_value()), [*exc_value()])
