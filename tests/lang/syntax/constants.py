# Literals of all kinds, and operations on them, which may be done at compile time.
print(2 * 3 + 4, -5, "a" * 3 + "b", (1, (2, 3), -4), 2**100, 1 << 5 | 3, ~7, 10 / 4, not 1, len("a" * 5000))
print((1,) * 3, "abc"[1], 1j * 2, 2**1000 % 1000, 7 // 2 - 7 % 4, 5 @ 1 if 0 else 6 ^ 3 & 2, (1, 2, 3)[1:], [1, 2, 3][::-1])
print([x in {1, 2} for x in (1, 3)], ["b" in [1, "b"], 2 not in (1,), "a" in "abc"], (lambda x: x[1:2])([1, 2, 3]))
for s in ["1 / 0", "2 ** -1", "'a' + 1", "1 << -1", "(1, 2)[5]", "'x' * -1", "-'a'", "0 ** -1"]:
    try:
        print(s, eval(s))
    except Exception as e:
        print(s, type(e).__name__, e)
print(0xFF, 0b101, 0o17, 1_000, 1e3, 1.5e-5, 10**20, 123456789012345678901234567890, 1E5j, .5, 5., 0.0, -0.0, 0x10000000000000000)
print("\x41\u00e9\U0001f600\101\t\\", r"\n", b"\xff\0", "a" "b", """x
y""", u"u", rb"\x", ascii("\ud800"))
print([1, 2, 3, 4], [1, [2, 3]], {1, 2, 3} == {3, 2, 1}, {"a": 1, "b": (2, 3)}, [(), ((),)], [*(1, 2)], 1 if 1 else 2)


def debug():
    if __debug__:
        return "debug"
    while 0:
        print("never")
    if not 0 and 1:
        return "no"


print(debug(), __debug__, [x for x in [1, 2, 3]], [x for x in (1,)])
l1 = [1, 2, 3]
l1.append(4)
for _ in range(2):
    l2 = [1, 2, 3]
    l2.append(5)
    print(l2)
print("docstring-like")
"not a docstring"
1
...
