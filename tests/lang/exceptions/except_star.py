# except*: parts of groups, naked exceptions, raising in clauses
def show(g):
    if isinstance(g, BaseExceptionGroup):
        return type(g).__name__, g.message, [show(e) for e in g.exceptions]
    return repr(g)


def run(exc, *handlers):
    try:
        try:
            raise exc
        except* ValueError as e:
            print("V", show(e))
        except* (TypeError, KeyError) as e:
            print("TK", show(e))
            if len(e.exceptions) > 1:
                raise OSError("from clause")
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("out", show(e), type(e.__context__).__name__)


run(ValueError(1))
run(ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), IndexError(4)])]))
run(ExceptionGroup("g", [TypeError(1), KeyError(2)]))
run(BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError()]))
run(KeyboardInterrupt())


def reraise():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
    except* TypeError as e:
        raise e


try:
    reraise()
except ExceptionGroup as e:
    print(show(e))
for kind in (ExceptionGroup, (ValueError, ExceptionGroup), 5, BaseExceptionGroup, int):
    try:
        try:
            raise ValueError
        except* kind:
            pass
    except TypeError as e:
        print(e)
