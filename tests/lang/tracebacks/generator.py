# exit: 1
# An exception in a generator, and in one that it delegates to.
def numbers():
    yield 1
    yield 2 / 0


def delegate():
    yield from numbers()


for n in delegate():
    print(n)
