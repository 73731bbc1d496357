# Special methods written in Python, called from compiled code: their results, their absence, and what goes wrong in them.
import sys


class Number:
    def __init__(self, value): self.value = value
    @property
    def double(self): return self.value * 2
    @property
    def fails(self): raise AttributeError(f"no {self.value}")
    def __getitem__(self, key): return key if key != 700 else 1 / 0
    def __setitem__(self, key, value): self.value = key + value
    def __add__(self, other):
        return Number(self.value + other.value) if isinstance(other, Number) else NotImplemented
    def __iadd__(self, other):
        if not isinstance(other, int): return NotImplemented
        self.value += other
        return self
    def __sub__(self, other, sign=-1): return self.value + sign * other
    def __lt__(self, other): return [self.value] if self.value < other.value else []
    def __eq__(self, other): return self.value == other.value if isinstance(other, Number) else NotImplemented
    def __contains__(self, x): return x == self.value


class Other:
    def __radd__(self, other): return "radd"
    def __eq__(self, other): return "eq"


class Pairs:
    def __getitem__(self, i):
        yield i
        yield i + 1


def all_of_them(n):
    a, b, total = Number(3), Number(4), 0
    for i in range(n):
        total += a.double + a[i] + (a + b).value + (a - 1)
        a[1] = 2
        if a < b: total += 1
        if b < a: total -= 1000
        if a == b: total -= 1000
        b += 0
        if not a != b: total -= 1000
    return total


print(all_of_them(900 - 300))


def declined(n):
    a, o, answers = Number(1), Other(), set()
    for i in range(n):
        answers.add(a + o)
        answers.add(a == o)
        answers.add(a != 7)
        try:
            a + 1
        except TypeError as e:
            answers.add(str(e))
        try:
            a += "x"
        except TypeError as e:
            answers.add(str(e))
    return sorted(map(str, answers))


print(declined(600))


def failing(n):
    a, caught = Number(1), 0
    for i in range(n):
        try:
            a.fails
        except AttributeError as e:
            caught += 1
            last = str(e), e.__traceback__.tb_next.tb_frame.f_code.co_name
        try:
            a[i]
        except ZeroDivisionError as e:
            print(i, e, e.__traceback__.tb_next.tb_lineno - Number.__getitem__.__code__.co_firstlineno)
    return caught, last


print(failing(800))


def pairs(n):
    p, total = Pairs(), 0
    for i in range(n):
        for x in p[i]: total += x
    return total


print(pairs(600))


def changing(n):
    seen, a = [], Number(2)
    for i in range(n):
        if i == 500: Number.double = property(lambda self: "new getter")
        if i == 550: Number.__getitem__ = lambda self, key: "new item"
        if i == 600: Number.double = "no property"
        if i == 650: del Number.__getitem__
        try:
            x = a.double, a[0]
        except TypeError as e:
            x = str(e)
        if not seen or seen[-1] != x: seen.append(x)
    return seen


print(changing(700))


class Deep:
    @property
    def deeper(self): return self.deeper


def recursion():
    for i in range(3):
        try:
            Deep().deeper
        except RecursionError as e:
            print("RecursionError")


recursion()


class Switch:
    """Its property begins to trace, and ends it: whoever was compiled goes on in the loop."""
    lines = 0
    def trace(self, frame, event, arg):
        if frame.f_code is switching.__code__ and event == "line": self.lines += 1
        return self.trace
    @property
    def on(self):
        if self.now:
            sys.settrace(self.trace)
            sys._getframe(1).f_trace = self.trace
        return 1
    now = False


def switching(s, n):
    total = 0
    for i in range(n):
        s.now = i == 700
        total += s.on
        if i == 702:
            sys.settrace(None)
    return total


s = Switch()
print(switching(s, 900), s.lines)


def counts(n):
    a, key = Number(1), object()
    before = sys.getrefcount(key), sys.getrefcount(a)
    for i in range(n): a[key]
    return before == (sys.getrefcount(key), sys.getrefcount(a))


Number.__getitem__ = lambda self, key: key
print(counts(600))
