# the timing of statements and functions
import timeit

calls = []
print(timeit.timeit("x + 1", "x = 1", number=10) >= 0, len(timeit.repeat(lambda: calls.append(1), number=2, repeat=3)),
      len(calls), timeit.timeit("f()", number=3, globals={"f": lambda: calls.append(2)}) >= 0, calls.count(2))
ticks = iter(range(10))
print(timeit.Timer(timer=lambda: next(ticks)).timeit(1))
for wrong in ((1, "pass"), ("pass", 1), ("x =", "pass")):
    try:
        timeit.Timer(*wrong)
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__, e.args[0])
