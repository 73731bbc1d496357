# yield from an iterator with some of send, throw and close
class It:
    def __init__(self, **methods):
        for name, f in methods.items():
            setattr(type(self), name, f)

    def __iter__(self):
        return self

    def __next__(self):
        return "next"


def make(**methods):
    return type("Custom", (It,), methods)()


def g(it):
    try:
        r = yield from it
        print("value", r)
    except BaseException as e:
        print("caught", repr(e))
        raise


def stop(*args):
    raise StopIteration("stopped with", args)


for methods, action in (({"send": lambda s, x: ("sent", x)}, lambda x: x.send(5)), ({}, lambda x: x.send(5)), ({}, lambda x: x.send(None)),
                        ({"throw": lambda s, *a: ("thrown", a)}, lambda x: x.throw(ValueError(1))), ({}, lambda x: x.throw(ValueError(2))),
                        ({"close": lambda s: print("close called")}, lambda x: x.close()), ({}, lambda x: x.close()),
                        ({"close": lambda s: 1 / 0}, lambda x: x.close()), ({"throw": lambda s, e: stop(e)}, lambda x: x.throw(KeyError)),
                        ({"send": lambda s, x: stop(x)}, lambda x: x.send(9)), ({"throw": None}, lambda x: x.throw(ValueError(3))),
                        ({"close": 5}, lambda x: x.close()), ({"throw": lambda s, e: "ignored"}, lambda x: x.throw(GeneratorExit)),
                        ({"close": lambda s: print("closing"), "throw": lambda s, e: print("throw", e)}, lambda x: x.throw(GeneratorExit("ge")))):
    it = g(make(**methods))
    next(it)
    try:
        print(action(it))
    except BaseException as e:
        print("out", repr(e))
