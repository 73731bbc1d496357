# random: a source that gives 0.0, counts that are no ints, and a child process that draws its own numbers.
import os
import random
from unittest import mock

for n, draws in ((10, [0.0] + [0.5] * 20), (10, [0.3, 0.0] + [0.5] * 20)):
    with mock.patch.object(random.Random, 'random', side_effect=draws) as source:
        print(random.binomialvariate(n, 0.5), source.call_count)
for p in (0.25, 0.75):
    own = random.Random()
    with mock.patch.object(own, 'random', side_effect=(0.0, 0.5, 0.5)):
        print(own.binomialvariate(100, p))
for args in ((range(5), 1.0), ([1], 'x'), ([1], 2), ({1}, 1), ([], -1)):
    try:
        print(random.sample(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
random.seed(1)
print(random.sample(range(100), 5), random.sample(range(1000), 3), random.sample('ab', 0))
out, into = os.pipe()
if os.fork() == 0:
    os.write(into, repr(random.random()).encode())
    os._exit(0)
os.wait()
print(float(os.read(out, 99)) != random.random())
