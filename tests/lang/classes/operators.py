# Special methods of operators: reflected, in place, priority of subclasses, NotImplemented.
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return f'{type(self).__name__}.add'
    def __radd__(self, o): return f'{type(self).__name__}.radd'
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return 'rsub'
    def __matmul__(self, o): return '@'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o, m=None): return ('rpow', o, m)
    def __divmod__(self, o): return 'divmod'
    def __rdivmod__(self, o): return 'rdivmod'
    def __neg__(self): return 'neg'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
class Same(N): pass
class Over(N):
    def __radd__(self, o): return 'Over.radd first'
n = N(1)
print(n + 1, 1 + n, n + Same(1), n + Over(1), Over(1) + n, n + N(2))
print(n @ 1, n ** 2, 2 ** n, pow(n, 2, 3), pow(2, n, 3), divmod(n, 1), divmod(1, n), -n, ~n, abs(n))
print(1 - n, N(1) - Same(1))
for f in (lambda: n - 1, lambda: n - N(1), lambda: +n, lambda: n * 2, lambda: 2 * n, lambda: n @ n // n, lambda: n < n,
          lambda: 1 @ n, lambda: n | int, lambda: n[0], lambda: n(), lambda: iter(n), lambda: len(n), lambda: 1 in n):
    try:
        print(f())
    except TypeError as e:
        print(e)
class I:
    def __iadd__(self, o): return ('iadd', o)
    def __add__(self, o): return ('add', o)
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return 'sub'
i = I(); i += 1; print(i)
i = I(); i -= 1; print(i)
class L(list):
    def __radd__(self, o): return 'L.radd'
    def __rmul__(self, o): return 'L.rmul'
print([1] + L([2]), 3 * L([1]), L([1]) * 2, L([1]) + [2])
class J(int):
    def __add__(self, o): return 'J.add'
print(J(1) + 1, 1 + J(1), J(2) * 3, sum([J(1), 2]))
