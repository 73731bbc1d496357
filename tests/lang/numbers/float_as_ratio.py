# as_integer_ratio is exact and reduced; infinities and nan have none.
for x in (0.5, -0.75, 0.1, 3.0, 1e22, 5e-324, 0.0, -0.0, 2.0**100):
    n, d = x.as_integer_ratio()
    print(x, n if n < 10**30 else "large", d if d < 10**30 else "large", n / d == x)
for x in (float("inf"), float("-inf"), float("nan")):
    try:
        x.as_integer_ratio()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
