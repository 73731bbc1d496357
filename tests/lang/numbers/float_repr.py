# repr: the fewest digits that read back as the same double.
for x in (0.1, 0.1 + 0.2, 1/3, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 0.0001,
          0.00001, -0.0, 1e-7, 9007199254740993.0, 4.35, 2.0**-1022, 2.0**60, 1e100, float('inf'), float('-inf'), float('nan'), 100.0, 12345.678):
    print(x, repr(x), str(-x))
    assert x != x or float(repr(x)) == x
