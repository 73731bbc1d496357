# float() takes numbers, texts and what has __float__ or __index__.
class Float:
    def __float__(self):
        return 2.5
class Index:
    def __index__(self):
        return 3
class Sub(float):
    pass
class Wrong:
    def __float__(self):
        return 1
print(float(), float(3), float(True), float(Float()), float(Index()), float(b"1.5"), float(bytearray(b"2")), type(float(Sub(1.0))), Sub("1.5"))
for args in [(Wrong(),), (1j,), (None,), ([],), (1, 2), (10**400,), (-(10**400),), (b"x",), (b"1.5\x00",)]:
    try:
        print(float(*args))
    except Exception as e:
        print(type(e).__name__, e)
try:
    float(x=1)
except TypeError as e:
    print(e)
