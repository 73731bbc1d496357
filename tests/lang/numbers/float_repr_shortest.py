# repr of a float is the shortest text that reads back as the same float.
for x in (0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e16, 1e15, 123456789012345680.0, 9007199254740993.0, 5e-324, 1.7976931348623157e308,
          2.2250738585072014e-308, 1e22, 1e23, 0.0001, 0.00001, 1e-5 + 1e-20, 100.0, 1e100, -0.0, 4.35, 2.675, 1e-7, 299792458.0):
    assert float(repr(x)) == x
    print(repr(x), str(-x), f"{x}", "%r" % x)
print(float("inf"), -float("inf"), float("nan"), repr(float("-nan")))
