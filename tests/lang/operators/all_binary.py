# Every binary operator and its reflected and in-place forms, with the method names that they call
import operator


class Log:
    def __init__(self, name):
        self.name = name


def method(name):
    return lambda self, *args: (name, *[getattr(a, "name", a) for a in args])


ops = "add sub mul truediv floordiv mod divmod pow matmul and or xor lshift rshift".split()
for op in ops:
    setattr(Log, f"__{op}__", method(op))
    setattr(Log, f"__r{op}__", method("r" + op))
    if op != "divmod":
        setattr(Log, f"__i{op}__", method("i" + op))
x = Log("x")
print(x + 1, x - 1, x * 1, x / 1, x // 1, x % 1, divmod(x, 1), x ** 1, x @ 1, x & 1, x | 1, x ^ 1, x << 1, x >> 1)
print(1 + x, 1 - x, 1 * x, 1 / x, 1 // x, 1 % x, divmod(1, x), 1 ** x, 1 @ x, 1 & x, 1 | x, 1 ^ x, 1 << x, 1 >> x)
for op in ops:
    if op != "divmod":
        name = op + "_" * (op in ("and", "or"))
        print(getattr(operator, "i" + op)(x, 5), end=" ")
print()
print(pow(x, 2), pow(x, 2, 3), pow(2, x))
try:
    print(pow(2, x, 5))
except TypeError as e:
    print(e)
y = x
y **= 3
print(y)
y = x
y @= "m"
print(y)
