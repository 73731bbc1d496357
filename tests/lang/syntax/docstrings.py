# Docstrings of modules, classes and functions: which string is one, and how it is trimmed.
"""Module
    docstring
      deeper
"""
print(repr(__doc__))
def f():
    """One

        two
      three
    """
def g():
    "a" "b"
    "not this"
def h():
    f"no {1}"
def i():
    b"no"
def j():
    x = 1
    "no"
def k(): """same line"""
def l():
    ("parenthesised")
class A:
    r"""raw \d
	tab
    """
    "other"
class B: 1
async def m(): "async"
for o in f, g, h, i, j, k, l, A, B, m, lambda: "no": print(getattr(o, "__name__", o), repr(o.__doc__))
