# Infinities, nan and signed zeros in arithmetic and comparison.
from math import copysign

inf, nan = float("inf"), float("nan")
print(inf - inf, inf * 0, inf + 1, -inf * -1, inf / inf, 1 / inf, -1 / inf, inf // 1, 1 // inf, -1 // inf, inf % 2, 5 % inf, -5 % inf)
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], inf == inf, inf > 10**400, -inf < -(10**400))
print(0.0 == -0.0, copysign(1, -0.0), copysign(1, 0.0 * -1), copysign(1, -0.0 + 0.0), copysign(1, -0.0 - 0.0), 0.0 is -0.0)
print(nan**0, 1**nan, inf**0, 0.0**0, (-1.0) ** inf, (-inf) ** 3, (-inf) ** 2, 2.0**-inf, 0.5**inf)
print(max(nan, 1), max(1, nan), min(nan, 1), sorted([3, inf, -inf, 1]), hash(inf), hash(-inf), hash(0.0) == hash(-0.0))
for call in [lambda: 1.0 / 0, lambda: 1.0 // 0.0, lambda: 1.0 % 0, lambda: divmod(1.0, 0.0), lambda: 0.0**-1, lambda: 1e200**2, lambda: inf % 0.0]:
    try:
        print(call())
    except (ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, e)
