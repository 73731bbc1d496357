# int() takes numbers, texts, and what has __int__, __index__ or __trunc__ no more; a base needs a text.
class Int:
    def __int__(self):
        return 42
class Index:
    def __index__(self):
        return 7
class Wrong:
    def __int__(self):
        return "8"
class Trunc:
    def __trunc__(self):
        return 9
for args in [(), (3.99,), (-3.99,), (True,), (Int(),), (Index(),), (1e20,), ("12",)]:
    print(int(*args))
for args in [(Wrong(),), (Trunc(),), (None,), ([],), (1j,), (12, 10), ("1", 10, 1), ("1", "10"), (float("nan"),), (float("-inf"),), (b"1", 99)]:
    try:
        print(int(*args))
    except Exception as e:
        print(type(e).__name__, e)
for kwargs in ({"base": 10}, {"x": 1}):
    try:
        print(int(**kwargs))
    except TypeError as e:
        print(e)
print(int("11", base=2), int("z", base=Index() if False else 36))
