# type with one and three arguments.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: type(1), lambda: type('C', (), {}).__name__, lambda: type('C', (int,), {'x': 1})(5) + 1, lambda: type(), lambda: type(1, 2), lambda: type(1, 2, 3), lambda: type('C', [], {}), lambda: type('C', (), []), lambda: type(1, (), {}), lambda: type('C', (5,), {}), lambda: type('C', (bool,), {}), lambda: type('a\0b', (), {}), lambda: type('C', (int, str), {}), lambda: type('C', (), {}, x=1), lambda: type('', (), {}).__name__, lambda: type('C', (object, int), {}))
class M(type):
    def __call__(cls, *a): return ('called', a)
t(lambda: M('C', (), {})(1), lambda: M(5), lambda: type.__call__(M, 'D', (), {}).__name__, lambda: type.__new__(M, 'E', (), {'__slots__': 'a'}).a, lambda: type.__new__(int, 'E', (), {}), lambda: type('C', (), {'__slots__': 5}), lambda: type('C', (), {'__slots__': ['a', 'a b']}), lambda: type('C', (), {'__slots__': ['x'], 'x': 1}))
C = type('C', (), {'__module__': 'm', '__qualname__': 'A.C', '__doc__': 'doc'})
print(C, C.__doc__, C.__module__)
