# "Did you mean", as an uncaught exception shows it
import traceback


def last(f):
    try:
        f()
    except Exception as e:
        print(traceback.format_exception(e)[-1].split(" (/")[0].split(" (<")[0].strip())


class Shape:
    def __init__(self):
        self.width = 1
        self._hidden = 2
        self.inner = Inner()

    def area(self):
        return self.widht

    def bare(self):
        return width


class Inner:
    depth = 3


s = Shape()
number_of_items = 3
for f in (s.area, s.bare, lambda: s.aera, lambda: s.hidden, lambda: s.xyzzy, lambda: number_of_item, lambda: Shape.are, lambda: s.depth,
          lambda: prnt, lambda: [].appnd, lambda: "".uper, lambda: Tru, lambda: math.sqrt, lambda: s.WIDTH, lambda: __import__("math").sqr,
          lambda: sys, lambda: s.a):
    last(f)


def locals_too():
    counter = 1
    return countr


last(locals_too)
last(lambda: exec("from math import sqr"))
last(lambda: exec("from collections import orderedDict"))
last(lambda: exec("class C:\n def f(self): return blech\n blech = 1\nC().f()"))
