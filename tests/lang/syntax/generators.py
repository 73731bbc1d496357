# Generators: send, throw, close, yield from, return values, and where they are suspended.
def echo():
    total = 0
    while True:
        try:
            got = yield total
            total += got or 0
        except ValueError as e:
            total = -1
            yield f"caught {e}"
        finally:
            print("f", end=" ")


g = echo()
print(next(g), g.send(5), g.send(6), g.throw(ValueError("x")), next(g), g.close())


def inner():
    try:
        x = yield 1
        print("inner got", x)
        y = yield 2
        return x, y
    except KeyError:
        return "key"
    finally:
        print("inner done")


def outer():
    r = yield from inner()
    print("result", r)
    r = yield from [3, 4]
    print("list", r)
    return "outer"


g = outer()
print(next(g), g.send("a"), g.send("b"), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
g = outer()
next(g)
print(g.throw(KeyError))
g = outer()
next(g)
g.close()


def many(n):
    for i in range(n):
        with_value = (yield i) or (yield -i)
        print(with_value, end=" ")
    return (yield)


g = many(2)
print([next(g), g.send(None), g.send(7), g.send(8)], next(g, "end"))


def stops():
    yield 1
    raise StopIteration


try:
    list(stops())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
h = (lambda: (yield 5))()
print(next(h), type(h).__name__)
print([x for x in (y for y in range(3))], list(map(lambda g: next(g), [iter([1]), many(1)])))


def never():
    return
    yield


print(list(never()), never.__code__.co_flags & 0x20)
