# Comparison chains, and / or / not, conditional expressions: values, order, and what is evaluated.
def v(x):
    print(f"<{x}>", end=" ")
    return x


print(v(1) < v(2) < v(3))
print(v(1) < v(0) < v(3))
print(v(3) > v(2) > v(1) > v(5) > v(0))
print(v(1) == v(1) != v(2) in [v(2), v(3)])
if v(1) < v(5) < v(3):
    print("no")
elif not v(1) > v(2) > v(3):
    print("yes")
a, b, c = 1, 5, 9
print(a < b < c, a < c < b, not a < b < c, [x for x in range(10) if a < x < c > 3])
print(v(0) or v("") or v([]) or v("x"), v(1) and v(2) and v(0) and v(3))
print(v(0) and v(1) or v(2), (v(1) or v(2)) and v(3), not (v(0) or v(1)))
print(v(1) if v(0) else v(2), v(3) if v(1) and v(0) or v(4) else v(5))
print(None is None, a is not None, not a is b, not a in [2], a not in (1, 2), "x" in {"x"})
x = a and b or c
y = (a if b else c) if a < b else (c or b)
print(x, y, bool(not not a), not [] and not {})
while v(2) and not (v(0) or v("")):
    break


class Odd:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return ["list", self.n, o.n]
    def __contains__(self, x): return "truthy"
    def __bool__(self): return bool(self.n)


print(Odd(1) < Odd(2) < Odd(3), Odd(1) in Odd(2), Odd(0) or 5, (Odd(0) and 5) is None)
