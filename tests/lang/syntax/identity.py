# Every literal is an object of its own; small ints, names and singletons are shared. (CPython merges more than this
# within a function: the expected output is written by hand.)
c = 257
d = 257
print(c is d, c is c)


def same(x, y):
    return x is y


def pairs():
    yield same(257, 257)
    yield same(256, 256)
    yield same(-5, -5)
    yield same(-6, -6)
    yield same("name_1", "name_1")
    yield same("hello world", "hello world")
    yield same(1.5, 1.5)
    yield same((1, 2), (1, 2))
    yield same((), ())
    yield same("", "")
    yield same(None, None)


print(list(pairs()))
x, y = "a_long_name", "a_long" + "_name"
print(x is y, [same(v, 300) for v in [300]])
