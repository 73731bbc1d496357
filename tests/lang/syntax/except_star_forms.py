# except*: splitting, order of clauses, the name, else and finally, plain exceptions, what is left.
def run(make):
    try:
        try:
            make()
        except* ValueError as eg:
            print("ValueError", eg.exceptions)
        except* (TypeError, KeyError) as eg:
            print("Type or Key", eg.exceptions)
            raise LookupError("new")
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print(" ->", type(e).__name__, e, getattr(e, "exceptions", None), repr(e.__context__)[:40])
    print("eg" in locals())


def group(*members):
    def make(): raise ExceptionGroup("g", members)
    return make


run(lambda: None)
run(group(ValueError(1)))
run(group(ValueError(1), TypeError(2)))
run(group(OSError(3), ExceptionGroup("n", [ValueError(4), KeyError(5)])))
run(lambda: int("x"))
run(lambda: {}["k"])
run(lambda: [][0])
try:
    raise ExceptionGroup("again", [ValueError(1), ValueError(2)])
except* ValueError:
    print("in")
try:
    try:
        raise ExceptionGroup("x", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
