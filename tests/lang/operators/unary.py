# Unary operators and conversions, and what they may return
class U:
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __round__(self, n="none"):
        return "round", n

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"


import math
u = U()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), round(u, None), math.trunc(u), math.floor(u), math.ceil(u))
for f in (lambda: -object(), lambda: +"a", lambda: ~1.5, lambda: abs([]), lambda: round("a"), lambda: math.trunc(object()),
          lambda: int(u), lambda: not u, lambda: -None):
    try:
        print(f())
    except TypeError as e:
        print(e)


class T:
    def __trunc__(self):
        return 5


try:
    print(int(T()))
except TypeError as e:
    print(e)
class Missing:
    __neg__ = None


try:
    -Missing()
except TypeError as e:
    print(e)
