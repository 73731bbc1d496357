# exit: 1
# Recursion without end.
import sys

sys.setrecursionlimit(80)


def f(x):
    return f(x + 1)


f(0)
