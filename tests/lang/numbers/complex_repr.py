# repr of complex numbers: signs, zeros, nan and infinities, and when parentheses appear.
inf, nan = float("inf"), float("nan")
for re in (0.0, -0.0, 1.0, -1.5, 1e300, inf, nan):
    print([repr(complex(re, im)) for im in (0.0, -0.0, 1.0, -2.5, 1e16, -inf, nan)])
print(str(1 + 2j), f"{1 + 2j}", "%s" % (1 - 2j), [1j], {2j: 0j})
class Sub(complex):
    pass
print(Sub(1, 2), repr(Sub(0, -1)), complex(repr(complex(-0.0, 1.0))) )
