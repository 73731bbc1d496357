# A subclass of float keeps its methods' results plain floats, and may override conversions.
class Metre(float):
    def __repr__(self):
        return f"{float(self)}m"
x = Metre(2.5)
print(x, repr(x), str(x), x + 1, type(x + x).__name__, type(-x).__name__, type(abs(x)).__name__, type(round(x, 1)).__name__, f"{x:.1f}", "%s %r %.1f" % (x, x, x))
print(float(x), type(float(x)).__name__, x == 2.5, hash(x) == hash(2.5), x.hex(), x.is_integer(), isinstance(x, float), Metre.fromhex("0x1p1"))
class Strict(float):
    def __new__(cls, value):
        if value < 0:
            raise ValueError("negative")
        return super().__new__(cls, value)
print(Strict(1))
try:
    Strict(-1)
except ValueError as e:
    print(e)
