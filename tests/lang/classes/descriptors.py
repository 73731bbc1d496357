# The order in which attributes are found, and the descriptors of built-in types.
class Data:
    def __get__(self, o, t): return 'data'
    def __set__(self, o, v): print('set', v)
class NonData:
    def __get__(self, o, t): return ('non-data', o is None, t.__name__)
class Deleter:
    def __delete__(self, o): print('delete')
class A:
    d = Data()
    n = NonData()
    x = Deleter()
    plain = 1
a = A()
a.__dict__.update(d=1, n=2, plain=3, x=4)
print(a.d, a.n, a.plain, a.x, A.d, A.n)
del a.n
print(a.n)
a.d = 5
del a.x
for action in (lambda: delattr(a, 'd'), lambda: setattr(a, 'x', 1)):
    try:
        action()
    except AttributeError as e:
        print(e)

print(list.append, int.__add__, type.__dict__['__dict__'], str.maketrans.__name__, (1).__add__.__name__)
print(dict.__dict__['fromkeys'], type(int.__dict__['real']), list.append.__qualname__, int.__add__.__objclass__)
print([].append.__self__, list.append.__text_signature__, int.__add__.__text_signature__)
for f in (lambda: list.append(), lambda: list.append(1, 2), lambda: int.__add__(), lambda: int.__add__('a', 1),
          lambda: int.__add__(1), lambda: int.__add__(1, x=2), lambda: int.__pow__(2), lambda: int.real.__get__('a'),
          lambda: setattr(1, 'real', 2), lambda: dict.__dict__['fromkeys'].__get__(1, 2),
          lambda: dict.__dict__['fromkeys'].__get__(None, int), lambda: object.__setattr__(int, 'a', 1),
          lambda: (1).__add__(), lambda: [].__len__(1)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
