# import in all its forms; what is bound.
import os.path
import os.path as p, sys as s
from os import path, sep as separator
from os.path import (join, split as cut,)
from collections import *
import collections.abc
print(os.path is p is path, s.__name__, separator, join("a", "b"), cut("a/b"), deque([1]), collections.abc.Sized.__name__)
def f():
    import math as m, os as os2, collections.abc as c
    import os.path
    return sorted(locals()), m.__name__
print(f())

