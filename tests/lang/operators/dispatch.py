# Who is asked first: the left operand, unless the right one's class is a true subclass that overrides.
log = []
class A:
    def __add__(self, o): log.append(f'{type(self).__name__}.add'); return NotImplemented
    def __radd__(self, o): log.append(f'{type(self).__name__}.radd'); return NotImplemented
    def __iadd__(self, o): log.append(f'{type(self).__name__}.iadd'); return NotImplemented
    def __lt__(self, o): log.append(f'{type(self).__name__}.lt'); return NotImplemented
    def __gt__(self, o): log.append(f'{type(self).__name__}.gt'); return NotImplemented
    def __eq__(self, o): log.append(f'{type(self).__name__}.eq'); return NotImplemented
class B(A):
    def __radd__(self, o): log.append('B.radd!'); return NotImplemented
    def __gt__(self, o): log.append('B.gt!'); return NotImplemented
class C: pass

def run(code):
    log.clear()
    try:
        exec(code, globals())
        result = 'fine'
    except TypeError as e:
        result = str(e)
    print(f'{code:14}', log, result)

for code in ('A() + A()', 'A() + B()', 'B() + A()', 'A() + C()', 'C() + A()', '1 + A()', 'A() < B()', 'A() < A()',
             'A() < C()', 'A() == B()', 'A() != 1', 'x = A(); x += 1', 'x = A(); x += B()'):
    run(code)

class I(int):
    def __radd__(self, o): return 'mine'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o, m=None): return ('rpow', o, m)
print(1 + I(2), 10**30 + I(2), I(2) + 1, pow(I(2), 3, 5), pow(3, I(2)), 2 ** I(2))
