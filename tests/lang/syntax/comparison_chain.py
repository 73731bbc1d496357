# Chained comparisons evaluate each operand once and stop at the first that is false.
def v(x):
    print(x, end=" ")
    return x


print(v(1) < v(2) < v(3), v(1) > v(2) > v(3), v(1) == v(1) != v(2) in [v(2)], v(1) is not v(2) is not v(3))


class Row:
    def __init__(self, x): self.x = x
    def __lt__(self, other): return f"{self.x}<{other.x}"
    def __gt__(self, other): return ""


a, b, c = Row("a"), Row("b"), Row("c")
print(a < b < c, repr(a > b > c), a < b > c < a)
