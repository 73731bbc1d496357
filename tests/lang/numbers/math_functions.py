# The math module: results, and what is said about arguments outside a function's domain.
import math
print(math.sqrt(2), math.exp(1), math.log(10), math.log(8, 2), math.log2(2**1100), math.log10(10**400), math.sin(1), math.cos(1), math.tan(1), math.atan2(-0.0, -1))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.modf(-2.5), math.frexp(10.0), math.ldexp(1.5, 10), math.fabs(-3), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 4))
print(math.gamma(5), math.gamma(0.5), math.lgamma(100.5), math.erf(0.5), math.erfc(3), math.cbrt(8), math.exp2(10), math.expm1(1e-10), math.log1p(1e-10), math.degrees(math.pi), math.radians(180))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isfinite(math.inf), math.isinf(-math.inf), math.isnan(math.nan), math.ulp(1), math.nextafter(1, 2), math.nextafter(1, 0, steps=3), math.fma(2, 3, 4))
for expr in ('sqrt(-1)', 'log(0)', 'log(-1.5)', 'log2(-1)', 'acos(2)', 'asin(-1.5)', 'acosh(0.5)', 'atanh(1)', 'sin(inf)', 'gamma(-1)', 'lgamma(0)', 'exp(1000)', 'cosh(1000)', 'pow(0, -1)', 'pow(-1, 0.5)', 'pow(10, 400)',
             'fmod(1, 0)', 'remainder(inf, 1)', 'ldexp(1, 5000)', 'ldexp(1, 1.5)', 'log1p(-1)', 'fma(inf, 0, 1)', 'fma(1e308, 10, 1)', 'nextafter(1, 2, steps=-1)', 'isclose(1, 2, rel_tol=-1)', 'sqrt("a")',
             'trunc("a")', 'floor(inf)', 'ceil(nan)', 'log(10, 1)', 'log(1, 2, 3)', 'sqrt(10**400)'):
    try:
        print(expr, eval('math.' + expr, {'math': math, 'inf': math.inf, 'nan': math.nan}))
    except Exception as error:
        print(expr, type(error).__name__, error)
