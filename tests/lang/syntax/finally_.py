# try / finally / with and the jumps out of them.
def log(*a): print(*a, end="; ")


def f(kind):
    for i in range(3):
        try:
            log("try", i)
            if kind == "break": break
            if kind == "continue": continue
            if kind == "return": return i
            if kind == "raise": raise ValueError(i)
        except ValueError as e:
            log("except", e)
            if i: return "from except"
        else:
            log("else")
        finally:
            log("finally", i)
    else:
        log("loop else")
    return "end"


for k in ["", "break", "continue", "return", "raise"]:
    print(k or "none", "->", f(k))


def nested():
    try:
        try:
            return log("inner")
        finally:
            log("f1")
            try:
                1 / 0
            except ZeroDivisionError:
                log("handled")
    finally:
        log("f2")


print(nested())


class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): log("enter", self.name); return self.name
    def __exit__(self, t, v, tb): log("exit", self.name, t and t.__name__); return self.swallow


def w(kind):
    for i in range(2):
        with M("a") as a, M("b", kind == "swallow") as (b):
            log(a, b)
            if kind == "return": return i
            if kind == "break": break
            if kind == "continue": continue
            if kind == "swallow": raise KeyError(i)
            if kind == "raise": raise KeyError(i)
    return "end"


for k in ["", "return", "break", "continue", "swallow", "raise"]:
    try: print(k or "none", "->", w(k))
    except KeyError as e: print("KeyError", e)


def value():
    x = 1
    try: return x
    finally: x = 2


def reraise():
    try:
        try: 1 / 0
        except ZeroDivisionError as e: raise TypeError("t") from e
        finally: log("cleanup")
    except TypeError as e: return repr(e.__cause__), repr(e.__context__)


print(value(), reraise())


def handled_state():
    import sys
    try: 1 / 0
    except ZeroDivisionError:
        try: raise KeyError
        except KeyError: a = type(sys.exception()).__name__
        b = type(sys.exception()).__name__
    return a, b, sys.exception()


print(handled_state())


def deep(n):
    while True:
        try:
            for x in range(n):
                with M(x):
                    try:
                        if x == 1: continue
                        if x == 2: return "two"
                    finally:
                        log("x", x)
            break
        finally:
            log("outer")
    return "done"


print(deep(1))
print(deep(4))
