# memory_usage of a function: before, at the most, after; results and options.
import io

from memory_profiler import memory_usage


def f(n, extra=0):
    x = bytes(n << 20)
    return n + extra


before, most, after = memory_usage((f, (5,)))
print(round(most - before), round(after - before))
print(memory_usage((f, (1,), {"extra": 2}), retval=True)[1])
print(round(memory_usage((f, (3,)), max_usage=True) - before))
print(len(memory_usage(-1, interval=0.001, max_iterations=3)), memory_usage()[0] > 1)
print(len(memory_usage(-1, timestamps=True)[0]), memory_usage(-1, include_children=True)[0] > 1)
out = io.StringIO()
memory_usage(-1, stream=out)
print(out.getvalue().split()[0])
