# isclose, nextafter, ulp, copysign, frexp, ldexp, modf.
import math

inf = math.inf
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9), math.isclose(inf, inf), math.isclose(inf, 1e308), math.isclose(1, 2, rel_tol=0.5))
print(math.nextafter(1, 2), math.nextafter(1, 0), math.nextafter(0, 1), math.nextafter(1, 1), math.nextafter(1.0, inf, steps=3), math.nextafter(5e-324, -1, steps=2), math.nextafter(inf, 0))
print(math.ulp(1.0), math.ulp(0.0), math.ulp(1e300), math.ulp(inf), math.copysign(3, -0.0), math.frexp(10.5), math.frexp(0.0), math.ldexp(0.75, 4), math.ldexp(1, -2000), math.modf(-2.75), math.modf(inf))
for call in (lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.nextafter(1, 2, steps=-1), lambda: math.ldexp(1.5, 1.5), lambda: math.isclose(1), lambda: math.copysign(1)):
    try:
        print(call())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
