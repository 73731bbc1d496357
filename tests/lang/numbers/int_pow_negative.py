# A negative exponent without a modulus makes a float; powers of negative bases keep their sign.
for base, exponent in [(2, -1), (-2, -3), (10, -2), (1, -5), (-1, -5), (3, 0), (0, 0), (-2, 63), (-2, 64), (2, 64), (10, 25), (-10, 19), (7, 30)]:
    print(base, exponent, base**exponent)
for base, exponent in [(0, -1), (0, -(10**30)), (False, -1)]:
    try:
        print(base**exponent)
    except ZeroDivisionError as e:
        print(e)
try:
    print((10**400) ** -1)
except OverflowError as e:
    print(e)
print(2**-1074, 2**-1100, (-3) ** 2, -3**2)
