# ints around 64 and 128 bits: every operator, and what loops over them make of it
from operator import add, sub, mul, floordiv, mod, and_, or_, xor, lshift, rshift, lt, le, eq, truediv
edges = [s * (1 << b) + d for b in (31, 62, 63, 64, 65, 126, 127, 128, 129) for s in (1, -1) for d in (-1, 0, 1)] + [0, 1, -1, 3, -7]
h = 0
for f in (add, sub, mul, floordiv, mod, and_, or_, xor, lt, le, eq, truediv):
    for a in edges:
        for b in edges:
            try:
                r = f(a, b)
            except ZeroDivisionError as e:
                r = 7
            h = (h * 31 + hash(r)) % (2**61 - 1)
    print(f.__name__, h)
for f in (lshift, rshift):
    for a in edges:
        for n in (0, 1, 31, 62, 63, 64, 65, 126, 127, 128, 200):
            h = (h * 31 + hash(f(a, n)) + hash(~a)) % (2**61 - 1)
    print(f.__name__, h)
assert all((a // b) * b + a % b == a for a in edges for b in edges if b)
assert all(int(str(a)) == a and int(hex(a), 16) == a and a - a == 0 and -(-a) == a for a in edges)
assert 2**64 - 2**64 + 5 == 5 and (2**100 >> 98) == 4

def mixed(n):
    state, small, total = 1, 0, 0
    for i in range(n):
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
        small += state >> 33 & 7
        total ^= state ^ -i
    return state, small, total
print(mixed(3000))

def growing():
    x, seen = 1, []
    for i in range(200):
        x = x * 3 + i
        x -= i % 2
        if i % 40 == 0:
            seen.append(x)
    return seen, x // 7, x % 1000003, x >> 100, x & 0xffff
print(growing())
