# is_integer, real, imag, conjugate, __trunc__, __floor__, __ceil__.
for x in (0.0, -0.0, 1.0, 1.5, -2.5, 1e300, 2.0**53, 5e-324, float("inf"), float("nan")):
    print(x, x.is_integer(), x.real, x.imag, x.conjugate())
for x in (2.5, -2.5, 0.1, -0.1, 1e20):
    print(x.__trunc__(), x.__floor__(), x.__ceil__(), int(x))
for x in (float("inf"), float("nan")):
    for name in ("__trunc__", "__floor__", "__ceil__", "__round__", "__int__"):
        try:
            getattr(x, name)()
        except (OverflowError, ValueError) as e:
            print(name, type(e).__name__, e)
