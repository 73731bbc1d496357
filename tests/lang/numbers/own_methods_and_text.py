# Sizes, reprs and conversions of subclasses that lie or fail; what is no buffer, no namespace, no number.
class Bad:
    def fail(self, *a): raise ArithmeticError('bad')
    __iter__ = __float__ = __int__ = __index__ = fail
class C(set):
    def __len__(self): 1 / 0
class D(frozenset):
    def __iter__(self): 1 / 0
class H(int):
    def __repr__(self): return 3
U = int | str
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, '|', e)
for f in (lambda: C({97}), lambda: C(), lambda: D('a'), lambda: bytes('', '\ud800', 3), lambda: bytes('', '\ud800'), lambda: int.from_bytes(Bad()),
          lambda: int.from_bytes(3), lambda: int.from_bytes('a'), lambda: bytearray(b'a').__setitem__(slice(0, 1), 1j), lambda: b'%f' % Bad(), lambda: '%f' % Bad(),
          lambda: b'%f' % 'x', lambda: eval('1', slice(1)), lambda: eval('1', int), lambda: eval('1', []), lambda: eval('1', len), lambda: str(H()),
          lambda: repr(H()), lambda: f'{H()}', lambda: '%s' % H(), lambda: U | 3, lambda: 3 | U, lambda: U | 'x', lambda: int | 3, lambda: U | print): t(f)
