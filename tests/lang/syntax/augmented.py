# Augmented assignment: all operators, the target is evaluated once, in place where the object can.
class V:
    def __getattr__(self, name):
        raise AttributeError(name)


for name in "iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ixor ior".split():
    setattr(V, f"__{name}__", lambda self, other, name=name: print(name, other) or self)
v = V()
v += 1; v -= 2; v *= 3; v @= 4; v /= 5; v //= 6; v %= 7; v **= 8; v <<= 9; v >>= 10; v &= 11; v ^= 12; v |= 13
calls = []
d = {"k": [1]}
d[calls.append("key") or "k"] += [2]
print(d, calls)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
x = y = [1]
x += (2,)
print(y, x is y)
for source in ["x + 1 += 2", "f() += 1", "x, y += 1", "(x, y) += 1", "[x] += 1", "x += y += 1", "x +=", "x += yield", "1 += x", "x.y.z() -= 2",
               "*x += 1", "x: int += 1", "x = y += 1", "(x) += 1", "x =+ 1", "x <>= 1"]:
    try:
        compile(source, "f", "exec")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
