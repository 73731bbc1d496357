# PEP 758: several exceptions without parentheses; with `as` they need them.
for exc in ValueError(), KeyError(), OSError():
    try:
        raise exc
    except ValueError, KeyError:
        print("first", type(exc).__name__)
    except (OSError):
        print("second")
try:
    raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except* ValueError, KeyError:
    print("both")
try:
    raise IndexError
except ValueError, LookupError, : print("trailing comma") if False else None
