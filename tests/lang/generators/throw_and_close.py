# throw() and close(): where the exception appears, what close() returns
def g(log):
    try:
        while True:
            try:
                log.append((yield len(log)))
            except ValueError as e:
                log.append(repr(e))
    finally:
        log.append("finally")


log = []
it = g(log)
next(it)
print(it.throw(ValueError("a")), it.throw(ValueError), log)
print(it.close(), log, it.close())
for f in (lambda: it.throw(KeyError("closed")), lambda: next(it)):
    try:
        f()
    except (KeyError, StopIteration) as e:
        print(repr(e))


def returns():
    try:
        yield
    except GeneratorExit:
        return "value"


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def raises():
    try:
        yield
    finally:
        raise OSError("while closing")


for f in (returns, stubborn, raises):
    it = f()
    print(f.__name__, it.close())
    it = f()
    next(it)
    try:
        print(it.close())
    except (RuntimeError, OSError) as e:
        print(type(e).__name__, e, type(e.__context__).__name__)
it = returns()
try:
    it.throw(ValueError("before the start"))
except ValueError as e:
    print(e, it.gi_frame)
