"""The ints from -5 to 256 exist once; others are made anew each time."""


def same(n):
    return int(str(n)) is int(str(n))


cached = [n for n in range(-300, 600) if same(n)]
print("cached:", cached[0], "to", cached[-1])
assert cached == list(range(cached[0], cached[-1] + 1)) and cached[0] == -5 and cached[-1] == 256

c = 257
d = 257
print("257 is 257:", c is d)
assert c is not d and c == d
