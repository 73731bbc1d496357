# x += y: __iadd__, else __add__, else __radd__; NotImplemented goes on; the result is assigned even for a tuple item
class I:
    def __iadd__(self, other):
        return "iadd"


class N:
    def __iadd__(self, other):
        return NotImplemented

    def __add__(self, other):
        return "add"


class R:
    def __radd__(self, other):
        return "radd"


x = I()
x += 1
y = N()
y += 1
z = object()
z += R()
print(x, y, z)
for left in (N(), object()):
    try:
        left -= 1
    except TypeError as e:
        print(e)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)


class Slot:
    __iadd__ = None

    def __add__(self, other):
        return "not reached"


s = Slot()
try:
    s += 1
except TypeError as e:
    print(e)


class Pow:
    def __ipow__(self, other, mod="default"):
        return other, mod


p = Pow()
p **= 2
print(p)
for op, text in (("+=", "a += b"), ("@=", "a @= b"), ("**=", "a **= b"), ("//=", "a //= b"), (">>=", "a >>= b")):
    try:
        exec(text, {"a": {}, "b": None})
    except TypeError as e:
        print(e)
