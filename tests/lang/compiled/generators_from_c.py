# Compiled generators that built-in functions drive: their values, failures, and what they see of themselves
import sys


def squares(n):
    for i in range(n):
        yield i * i


def words(n):
    for i in range(n):
        if i == 990:
            raise KeyError(i)
        yield str(i)


print(sum(squares(1000)), sum(n for n in range(1000)), max(n % 7 for n in range(500)))
print(len(",".join(str(n) for n in range(1000))), any(n > 998 for n in range(1000)), list(squares(600))[-1])
print(dict((n, -n) for n in range(500))[499], sorted(-n for n in range(500))[0], len(set(n & 7 for n in range(500))))
try:
    print(",".join(words(1000)))
except KeyError as e:
    frames, t = [], e.__traceback__
    while t:
        frames.append((t.tb_frame.f_code.co_name, t.tb_lineno))
        t = t.tb_next
    print(repr(e), frames)


def again():
    for i in range(600):
        if i == 590:
            try:
                next(me)
            except ValueError as e:
                yield str(e), me.gi_running, me.gi_suspended, sys._getframe() is me.gi_frame
        yield i


me = again()
print([x for x in me if type(x) is tuple], me.gi_frame)


def returns():
    got = None
    for i in range(500):
        got = yield got
    return "done"


r = returns()
print([r.send(None)] + [r.send(i) for i in range(499)][-1:])
try:
    r.send(1)
except StopIteration as e:
    print(e.value)


def driven(source):
    return sum(x for x in source)


deep = (n for n in range(3))
for _ in range(60):
    deep = (x for x in deep)
print(driven(deep), [driven(squares(n)) for n in range(500)][-1])


class Noisy:
    def __del__(self):
        print("gone")


def holds():
    it = Noisy()
    for i in range(500):
        yield i


h = holds()
print(next(h), sum(next(h) for _ in range(450)), h.gi_frame.f_locals["i"], sys.getrefcount(h) - 1)
del h
