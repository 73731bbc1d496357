# sys.settrace: call, line, exception and return events of functions, methods, classes and comprehensions.
import sys


def trace(frame, event, arg):
    line = frame.f_lineno - frame.f_code.co_firstlineno
    print(event, frame.f_code.co_name, line, (arg[0].__name__, str(arg[1])) if event == "exception" else arg)
    return trace


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self): return self.n


def raises():
    a = 1
    raise KeyError(a)


def function(x):
    y = x + 1
    for i in range(2):
        y += i
    while y < 6:
        y += 1
    z = [a for a in range(2)]
    n = len(Sized(3))
    raises()


def defines():
    @staticmethod
    def inner(): return 1

    class Local:
        attribute = 1

    return inner()


sys.settrace(trace)
try:
    function(2)
except KeyError as e:
    sys.settrace(None)
    print(repr(e))
sys.settrace(trace)
defines()
sys.settrace(None)
function.__name__
