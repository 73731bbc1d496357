# How tightly operators bind.
print(2 + 3 * 4 ** 2 // 5 % 6 - -1, -2 ** 2, 2 ** -1, 2 ** 3 ** 2, ~1 + 1, not 1 == 2, not True and False or True)
print(1 < 2 < 3 > 2 != 4, 1 < 3 < 2, 1 if 0 else 2 if 0 else 3, (lambda: 1 if 0 else 2)(), 5 & 3 | 4 ^ 1 << 1, 1 << 2 + 1)
print(1 in [1] == True, not 1 in [2], 1 is not None, [] is not [], 3 - 2 - 1, 8 / 4 / 2, 1 or 2 and 0, -1 .imag, +-+1, not not 1)


class A:
    def __init__(self, name): self.name = name
    def __getattr__(self, attribute): raise AttributeError(attribute)
    def __matmul__(self, other): return A(f"({self.name}@{other.name})")
    def __mul__(self, other): return A(f"({self.name}*{other.name})")
    def __pow__(self, other): return A(f"({self.name}**{other.name})")
    def __neg__(self): return A(f"(-{self.name})")


a, b, c = map(A, "abc")
print((a @ b * c).name, (a * b @ c).name, (-a ** b ** -c).name, (a ** b * c).name)
x = await_ = 3
print(x if x else 1, [y for y in [1, 2] if y if y > 1], (z := 1, 2), {x: 1 for x in [1] or [2]})
for source in ["a not b", "a is not not b", "a ** not b", "- not a", "a + not b", "not", "a if b", "a else b", "a <> b", "a === b", "a ? b : c", "a && b",
               "a || b", "!a", "a++", "++a", "a--", "a =! b", "a =< b", "a => b", "a ->b", "a = b if c", "a < > b", "in a", "a and", "or a"]:
    try:
        compile(source, "f", "exec")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
