# cmath: every function on some numbers, and what it refuses.
import cmath


def rounded(z):
    return complex(round(z.real, 12), round(z.imag, 12)) if isinstance(z, complex) and cmath.isfinite(z) else z


for name in ('acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'log10', 'phase', 'polar', 'sin',
             'sinh', 'sqrt', 'tan', 'tanh', 'isfinite', 'isinf', 'isnan'):
    for z in (0, 1 + 2j, -1, 1j, complex('inf'), 1000, 'x'):
        try:
            result = getattr(cmath, name)(z)
            if name == 'polar':
                result = tuple(round(part, 12) for part in result)
            print(name, z, repr(rounded(result)))
        except (ValueError, TypeError, ArithmeticError) as e:
            print(name, z, type(e).__name__, e)
print(rounded(cmath.rect(2, cmath.pi / 2)), rounded(cmath.log(8, 2)), cmath.isclose(1j, 1.0000000001j), cmath.infj, cmath.nanj)
try:
    cmath.log(1, 0)
except (ValueError, ZeroDivisionError) as e:
    print(type(e).__name__, e)
