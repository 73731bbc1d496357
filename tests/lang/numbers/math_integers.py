# The integer functions of math.
import math
print(math.gcd(), math.gcd(12, -18), math.gcd(2**100 * 3, 2**90 * 5), math.lcm(), math.lcm(4, 6, 10), math.lcm(0, 5), math.lcm(2**70, 3**50))
print(math.factorial(0), math.factorial(20), math.factorial(25), math.comb(5, 2), math.comb(67, 33), math.comb(100, 50), math.comb(10**20, 3), math.perm(5, 2), math.perm(6), math.perm(10**20, 2))
print([math.isqrt(n) for n in (0, 1, 8, 9, 2**64 - 1, 2**64, 10**40, 10**41)])
print(all(math.comb(n, k) == math.factorial(n) // math.factorial(k) // math.factorial(n - k) for n in range(70) for k in range(n + 1)))
for expr in ('factorial(-1)', 'factorial(1.0)', 'factorial(10**20)', 'comb(-1, 2)', 'comb(3, -1)', 'comb(10**20, 10**19)', 'perm(3, -1)', 'perm(10**20, 10**19)', 'isqrt(-1)', 'isqrt(2.0)', 'gcd(1.5)', 'comb(2, 3)', 'perm(2, 3)'):
    try:
        print(expr, eval('math.' + expr))
    except Exception as error:
        print(expr, type(error).__name__, error)
