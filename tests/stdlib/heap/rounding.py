# Rounding is known to the byte: seven bytes behind each str of 41 + 8n bytes, none behind one of 40 + 8n.
import sys

import heap

many = 2000
before = heap.ledger()["rounding"]
exact = ["%07d" % i for i in range(many)]  # 40 + 8 bytes
middle = heap.ledger()["rounding"]
loose = ["%08d" % i for i in range(many)]  # 40 + 9 bytes
after = heap.ledger()["rounding"]
pools = not heap.map()  # every block comes from malloc, which rounds as it likes
print(pools or abs(middle - before) < 1500, pools or abs(after - middle - 7 * many) < 1500)


class Text(str):
    pass


class Octets(bytes):
    __slots__ = ()


def rounding_of(make):
    before = heap.ledger()["rounding"]
    kept = [make(i) for i in range(many)]
    return (heap.ledger()["rounding"] - before) / many


def expected(obj):
    """Behind the object in its block, and its share of what the pool has behind its last block."""
    size = sys.getsizeof(obj)
    block = (size + 7) // 8 * 8
    return block - size + 4096 % block / (4096 // block)


for length in 7, 8, 14:
    text, octets = "x" * length, b"x" * length
    print(pools or abs(rounding_of(lambda i: Text(text)) - expected(Text(text))) < 0.5,
          pools or abs(rounding_of(lambda i: Octets(octets)) - expected(Octets(octets))) < 0.5)
