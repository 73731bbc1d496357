# hex and fromhex: exact texts in both directions.
for x in (0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan")):
    text = x.hex()
    print(text, x != x or float.fromhex(text) == x)
for text in ("0x1p0", "1.8", "0x.8p1", "0X1.8P+1", " 0x10 ", "-0x1p-1074", "inf", "-Infinity", "nan", "0x1.fffffffffffff8p0", "0x1p-1080", "1e5", "0x0p99999"):
    print(text, float.fromhex(text))
for text in ("", "0x", "0x1p", "x1", "0x1g", "0x1.2.3", "0x1p1024", "-0x1p2000", "1 2", "p5"):
    try:
        print(float.fromhex(text))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
class Sub(float):
    pass
print(type(Sub.fromhex("0x1p1")).__name__)
