# Powers of floats: negative bases make complex numbers, errors name the reason.
print(2.0**0.5, 4**0.5, (-8) ** (1 / 3), (-1) ** 0.5, (-4.0) ** 1.5, 0.0**0.0, (-2.0) ** 3, (-2.0) ** -3, 2**-1.0)
print(pow(2.0, 3), pow(4, 0.5), 1e308**1, 10.0**-400, (-0.0) ** 3, (-0.0) ** 2)
for args in [(0.0, -1), (0, -0.5), (-0.0, -3), (10.0, 400), (2.0, 3, 5), (2.0, "a"), ("a", 2.0)]:
    try:
        print(pow(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
