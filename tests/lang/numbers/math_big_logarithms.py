# Logarithms and square roots of ints beyond the range of floats.
import math

for n in (10**400, 2**5000, 3**2000 + 1, 10**22):
    print(f"{math.log(n):.10f} {math.log2(n):.10f} {math.log10(n):.10f} {math.log(n, 7):.10f}", math.isqrt(n) ** 2 <= n < (math.isqrt(n) + 1) ** 2)
for call in (lambda: math.sqrt(10**400), lambda: math.exp(10**400), lambda: math.log(-(10**400)), lambda: math.log1p(10**400)):
    try:
        print(call())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
