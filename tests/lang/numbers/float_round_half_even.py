# round(float): to the nearest, halves to even, correctly for decimals that have no exact float.
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994, 4503599627370497.5, 1e300):
    print(x, round(x) if abs(x) < 1e18 else round(x) == int(x))
for x, n in [(2.675, 2), (1.005, 2), (0.125, 2), (0.375, 2), (1234.5678, -2), (1250.0, -2), (1350.0, -2), (5e-324, 300), (1e22, 2), (1e22, -22), (123.456, 0), (0.05, 1), (-0.04, 1), (1.5, 400), (1.5, -400), (9.995, 2)]:
    print(x, n, round(x, n))
print(round(1.5, None), type(round(1.5)), type(round(1.5, 0)), round(float("inf"), 2), round(float("nan"), 1))
for args in [(float("inf"),), (float("nan"),), (1.5, "1"), (1.5, 1.0), (1.7976931348623157e308, -308)]:
    try:
        print(round(*args))
    except Exception as e:
        print(type(e).__name__, e)
