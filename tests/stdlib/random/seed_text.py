# seed() of text, bytes, bytearrays, floats and large ints: the sequence of each is fixed.
import random

for seed in ("abc", "", "é€😀", b"abc", b"", bytearray(b"xyz"), 1.5, -7, 1 << 100):
    r = random.Random()
    r.seed(seed)
    print(repr(seed), r.random() if not isinstance(seed, float) else type(r.random()), r.randrange(1000) >= 0)
r = random.Random()
r.seed("abc", version=1)
print(r.random())
try:
    r.seed([1])
except TypeError as e:
    print(e)
