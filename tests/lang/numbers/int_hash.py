# hash(int): modulo 2**61 - 1, the sign kept, -1 never; equal numbers of other types agree.
prime = 2**61 - 1
for n in (0, 1, -1, -2, prime - 1, prime, prime + 1, -prime, -prime - 1, 2**61, 2**64, -(2**64), 10**30, 2**200):
    print(n, hash(n), hash(n) == hash(Ellipsis) if False else n.__hash__() == hash(n))
for n in (0, 1, -1, 2**53, 2**61, 2**62, -(2**70), 2**1000):
    assert hash(n) == hash(float(n)) == hash(complex(n))
print(hash(True), hash(False), len({1, True, 1.0, 1 + 0j}), {2**70: "a"}[float(2**70)])
