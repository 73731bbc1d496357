# str.format: numbering, names, attributes, items, conversions, nested specs.
class Point:
    x, y = 1, [2, 3]
point = Point()
print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("a", "b"), "{p.x} {p.y[1]} {0[k]} {0[1]}".format({"k": 5, 1: 6}, p=point))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:>{w}} {:{}}".format("a", "b", "<4", w=3) + "|", "{0:{1}.{2}f}".format(3.14159, 8, 2), "{{}} {{0}}".format(1), "{:{{}}^7}".format(1) if False else "{:}^7".format(1))
for format, args in [("{", ()), ("}", ()), ("{0", ()), ("{}", ()), ("{} {1}", (1, 2)), ("{0} {}", (1, 2)), ("{a}", ()), ("{0.z}", (1,)), ("{0[}", (1,)), ("{0[x]}", ([1],)), ("{0[5]}", ([1],)), ("{!x}", (1,)), ("{!}", (1,)), ("{0!rr}", (1,)), ("{:{:{}}}", (1, 2, 3)), ("{0.}", (1,)), ("{0]}", (1,)), ("{:", (1,)), ("{-1}", (1,)), ("{99999999999999999999}", (1,)), ("{0[0]x}", ([1],))]:
    try:
        print(format.format(*args))
    except Exception as e:
        print(format, type(e).__name__, e)
