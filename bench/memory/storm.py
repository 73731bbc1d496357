"""An allocation storm: strings, tuples, lists and dicts of many sizes, most of them dropped at once."""

import random

random.seed(7)
kept = [None] * 5000
checksum = 0
for step in range(250_000):
    size = random.randrange(1, 30)
    kind = step % 4
    if kind == 0:
        thing = "x" * size + str(step)
    elif kind == 1:
        thing = tuple(range(size))
    elif kind == 2:
        thing = [step] * size
    else:
        thing = dict.fromkeys(range(size // 4), step)
    slot = random.randrange(5000)
    old = kept[slot]
    if old is not None:
        checksum += len(old)
    kept[slot] = thing
print(checksum, sum(len(thing) for thing in kept if thing is not None))
