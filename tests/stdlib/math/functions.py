# math: every function once, and what it refuses.
import math


def show(name, *args):
    try:
        print(name, args, repr(getattr(math, name)(*args)))
    except (ValueError, TypeError, ArithmeticError) as e:
        print(name, args, type(e).__name__, e)


for name in ('acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'ceil', 'cos', 'cosh', 'degrees', 'erf', 'erfc',
             'exp', 'exp2', 'expm1', 'fabs', 'floor', 'frexp', 'gamma', 'isfinite', 'isinf', 'isnan', 'lgamma', 'log', 'log10',
             'log1p', 'log2', 'modf', 'radians', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc', 'ulp'):
    for x in (0.5, 0, -1, 2, 1e400, 'x', 10**400):
        show(name, x)
for name, *args in (('comb', 10, 3), ('comb', -1, 2), ('comb', 3, 5), ('perm', 5), ('perm', 5, -1), ('factorial', 20), ('factorial', -1),
                    ('factorial', 2.0), ('gcd',), ('gcd', 12, 18, 27), ('gcd', 1.5), ('lcm', 4, 6), ('lcm', 0, 5), ('isqrt', 99),
                    ('isqrt', -1), ('copysign', 1, -0.0), ('fmod', 7, -3), ('fmod', 1, 0), ('remainder', 7, 4), ('remainder', 1, 0),
                    ('pow', 2, 0.5), ('pow', -1, 0.5), ('pow', 0, -1), ('pow', 10, 400), ('ldexp', 0.5, 4), ('ldexp', 1, 5000),
                    ('hypot', 3, 4, 12), ('dist', (1, 2), (4, 6)), ('dist', (1,), (1, 2)), ('atan2', 1, -1), ('fma', 2, 3, 4),
                    ('fma', 1e400, 0, 1), ('nextafter', 1, 2), ('nextafter', 1, 2, -1), ('fsum', [.1] * 10), ('fsum', ['a']),
                    ('prod', [1, 2, 3]), ('sumprod', [1, 2], [3, 4]), ('sumprod', [1], [1, 2]), ('isclose', 1, 1 + 1e-10),
                    ('log', 8, 2), ('log', 8, 1), ('log', 10**400, 10), ('sqrt',), ('hypot', 'a')):
    show(name, *args)
print(math.isclose(1, 1.1, rel_tol=.2), math.isclose(1, 2, abs_tol=1), math.prod([2], start=5), math.pi, math.e, math.tau)
try:
    math.isclose(1, 2, rel_tol=-1)
except ValueError as e:
    print(e)
