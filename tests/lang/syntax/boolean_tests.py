# and / or ask each value for its truth once, however they are nested.
class V:
    def __init__(self, name, truth): self.name, self.truth = name, truth
    def __bool__(self):
        print(self.name, end=" ")
        return self.truth
    def __repr__(self): return self.name.upper()


def each(expression, names):
    for bits in range(1 << len(names)):
        scope = {n: V(n, bool(bits >> i & 1)) for i, n in enumerate(names)}
        print(eval(expression, scope))


each("a and b or c", "abc")
each("a or b and c or d", "abcd")
each("(a or b) and (c or d)", "abcd")
each("(a and b) and c", "abc")
each("not (a and b) or c", "abc")
each("(a or b) if (a and b) else (b or a)", "ab")
each("[a or (b and (a or b) or a)]", "ab")
if (v := V("x", False)) and 1 or V("y", True): print("yes")
