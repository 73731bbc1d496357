# with: order of calls, what __exit__ gets and returns, targets, exceptions on the way
class M:
    def __init__(self, name, suppress=False, enter=None, leave=None):
        self.name, self.suppress, self.enter, self.leave = name, suppress, enter, leave

    def __enter__(self):
        print("enter", self.name)
        if self.enter:
            raise self.enter
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        if self.leave:
            raise self.leave
        return self.suppress


def run(f):
    try:
        print(f())
    except Exception as e:
        print("raised", repr(e), "context", repr(e.__context__))


def two():
    with M("a") as a, M("b") as (b,):
        return a, b


def suppressed():
    with M("a", True):
        1 / 0
    return "went on"


def inner_fails():
    with M("a", 1), M("b", enter=ValueError("enter b")):
        print("never")
    return "suppressed by a"


def exit_fails():
    with M("a", leave=KeyError("exit a")):
        raise ValueError("body")


def bad_target():
    with M("a") as (x, y):
        print("never")


def returns():
    for i in range(3):
        with M(i):
            if i == 1:
                return "returned"
            continue


def parenthesized():
    with (M("x") as x, M("y") as y,):
        return x + y


for f in (two, suppressed, inner_fails, exit_fails, bad_target, returns, parenthesized):
    run(f)


class OnInstance:
    pass


o = OnInstance()
o.__enter__ = o.__exit__ = lambda *a: None
run(lambda: exec("with o: pass", {"o": o}))


class Truth:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        return self

    def __bool__(self):
        raise LookupError("truth of the result")


def truth():
    with Truth():
        1 / 0


run(truth)
