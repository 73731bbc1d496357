# Sums that are rounded once, and lengths of vectors.
import math
print(math.fsum([0.1] * 10), math.fsum([1e308, 1, -1e308]), math.fsum([1e16, 1, 1e-16]), math.fsum([]), math.fsum([math.inf, 1]), math.fsum(iter([1, 2.5, True])))
print(math.sumprod([1, 2], [3, 4]), math.sumprod([0.1] * 10, [10] * 10), math.sumprod([2**40] * 3, [2**40] * 3), math.sumprod([1.5, 2], [2, 10**30]), math.sumprod([], []), math.sumprod([1j], [2]))
print(math.prod([1, 2, 3.5]), math.prod([]), math.prod(range(1, 30)), math.prod([2], start=5), math.prod(['ab'], start=3))
print(math.hypot(3, 4), math.hypot(), math.hypot(1, 1, 1, 1), math.hypot(1e308, 1e308), math.hypot(5e-324, 5e-324, 5e-324), math.hypot(math.inf, math.nan), math.dist((1, 2), (4, 6)), math.dist([], []))
for expr in ('fsum([1e308, 1e308])', 'fsum([inf, -inf])', 'fsum(["a"])', 'fsum(1)', 'sumprod([1], [1, 2])', 'sumprod(["a"], [1.5])', 'dist([1], [1, 2])', 'hypot("a")', 'prod(1)'):
    try:
        print(expr, eval('math.' + expr, {'math': math, 'inf': math.inf}))
    except Exception as error:
        print(expr, type(error).__name__, error)
