# lines: arguments are passed on; after an error the table is shown, and the error goes on.
import io
import sys

import heap


def f(a, b=2):
    return [a, b]


print(heap.lines(f, 1, b=3).result)


def g():
    x = bytes(5000)
    raise ValueError("out")


terminal, sys.stdout = sys.stdout, io.StringIO()
try:
    heap.lines(g)
except ValueError as error:
    text, sys.stdout = sys.stdout.getvalue(), terminal
    print(error, "x = bytes(5000)" in text)
