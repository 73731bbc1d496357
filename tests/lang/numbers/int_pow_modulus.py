# pow with a modulus: the sign is the modulus's, negative exponents invert.
for base, exponent, modulus in [(3, 4, 5), (-3, 3, 5), (3, 4, -5), (-3, 3, -5), (0, 0, 7), (5, 0, 1), (2, 10**20, 1000007),
                                (7, -1, 11), (7, -2, 11), (-7, -3, 11), (7, -1, -11), (10**30, 10**9, 10**9 + 7), (2, -1, 1), (38, -1, 97)]:
    print(base, exponent, modulus, pow(base, exponent, modulus))
for args in [(2, 3, 0), (2, -1, 4), (0, -1, 7), (6, -5, 9), (2, 3.0, 5), (2.0, 3, 5), (2, 3, 5.0), (2, "3", 5), (2, 3, "5"), (1, 2, 3j)]:
    try:
        print(pow(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
print(pow(2, 3, None), pow(base=5, exp=3, mod=13), pow(True, 2, 3))
