# The cmath module, on both sides of the branch cuts.
import cmath
for name in ('sqrt', 'exp', 'log', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'phase', 'polar'):
    f = getattr(cmath, name)
    print(name, *(f(z) for z in (1 + 2j, -0.5 + 0.25j, complex(-2, 0.0), complex(-2, -0.0), 3j)))
print(cmath.rect(2, cmath.pi / 3), cmath.isclose(1, 1 + 1e-12j), cmath.isinf(complex(1, cmath.inf)), cmath.isnan(cmath.nanj), cmath.isfinite(1j), cmath.log(8, 2), cmath.infj)
for expr in ('log(0)', 'atanh(1)', 'exp(1000)', 'rect(1, inf)', 'log(1, 1)', 'sqrt("a")', 'atan(1j)', 'cosh(complex(0, inf))'):
    try:
        print(expr, eval('cmath.' + expr, {'cmath': cmath, 'inf': cmath.inf}))
    except Exception as error:
        print(expr, type(error).__name__, error)
