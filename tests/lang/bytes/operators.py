# + * in [] and comparison of bytes and bytearray with each other and with others.
a, b = b"abc", bytearray(b"abd")
print(a + b, type(a + b), b + a, type(b + a), a * 2, 2 * b, a * 0, a * -1, a < b, b > a, a == bytearray(a), a != b, a == "abc", a == memoryview(a), b"" < a)
print(a[0], a[-1], a[1:], a[::-1], a[5:], b[::2], 97 in a, b"bc" in b, bytearray(b"") in a, a.__contains__(98))
for call in [lambda: a + "x", lambda: "x" + a, lambda: a + 1, lambda: b + None, lambda: a * "2", lambda: a * 1.5, lambda: a[5], lambda: b[-5], lambda: a["0"], lambda: a[1.0], lambda: "a" in a, lambda: 256 in a, lambda: -1 in b, lambda: None in a, lambda: a < "a", lambda: b >= 1, lambda: a[::0], lambda: hash(b)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
