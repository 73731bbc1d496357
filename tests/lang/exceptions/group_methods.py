# BaseExceptionGroup: making, split, subgroup, derive, attributes
eg = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [OSError(2, "x"), ValueError(3)])])
eg.add_note("note")


def show(g):
    if g is None:
        return None
    if isinstance(g, BaseExceptionGroup):
        return type(g).__name__, g.message, [show(e) for e in g.exceptions]
    return repr(g)


print(show(eg), str(eg), repr(eg.args[1][0]))
for cond in (ValueError, (TypeError, OSError), lambda e: isinstance(e, ValueError) and e.args == (3,), KeyError, Exception, ExceptionGroup,
             lambda e: True, lambda e: False):
    print(show(eg.subgroup(cond)), "|", [show(x) for x in eg.split(cond)])
m, r = eg.split(ValueError)
print(m.__notes__, r.__notes__, m.__notes__ is eg.__notes__, m.__cause__, m.__traceback__)
for bad in (5, "x", [ValueError], (ValueError, 5), None, int):
    try:
        eg.split(bad)
    except TypeError as e:
        print(e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for args in ((), ("m",), ("m", []), ("m", 5), (5, [ValueError()]), ("m", [5]), ("m", [ValueError]), ("m", [ValueError()], 3), ("m", "ab"), ("m", {1})):
    for cls in (ExceptionGroup,):
        try:
            cls(*args)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
try:
    ExceptionGroup("m", [KeyboardInterrupt()])
except TypeError as e:
    print(e)


class Mine(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return Mine(self.message, excs, self.code)


g = Mine("mine", [ValueError(1), KeyError(2)], 7)
m, r = g.split(KeyError)
print(type(m).__name__, m.code, type(r).__name__, r.code)


class Plain(ExceptionGroup):
    pass


print([type(x).__name__ for x in Plain("p", [ValueError(1), KeyError(2)]).split(KeyError)])


class BadDerive(ExceptionGroup):
    def derive(self, excs):
        return 5


try:
    BadDerive("p", [ValueError(1), KeyError(2)]).split(KeyError)
except TypeError as e:
    print(e)


class OnlyExc(Exception, BaseExceptionGroup):
    pass
for name in ("message", "exceptions"):
    try:
        setattr(eg, name, 1)
    except AttributeError as e:
        print(e)
