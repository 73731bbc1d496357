# The same seed gives the same sequence as everywhere else.
import random
random.seed(1)
print(random.random(), random.getrandbits(70), random.randrange(1000), random.randint(-5, 5), random.choice('abc'), random.randbytes(4))
x = list(range(10))
random.shuffle(x)
print(x, random.sample(range(100), 5), random.choices('xyz', [1, 2, 3], k=5), random.uniform(1, 2))
print(random.gauss(), random.gauss(), random.normalvariate(10, 2), random.expovariate(3), random.triangular(), random.betavariate(2, 3), random.gammavariate(0.5, 1))
print(random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 2), random.binomialvariate(100, 0.3), random.lognormvariate(0, 1))
state = random.getstate()
first = [random.random() for _ in range(700)]
random.setstate(state)
print(first == [random.random() for _ in range(700)], random.Random(2**70).random(), random.Random(-3).random(), random.Random(2.5).random())
for expr in ('choice([])', 'randrange(0)', 'randrange(3, 1)', 'randrange(1, 5, 0)', 'randint(2, 1)', 'sample([1], 2)', 'getrandbits(-1)', 'seed([])', 'choices([1], [0])'):
    try:
        print(eval('random.' + expr))
    except Exception as error:
        print(expr, type(error).__name__, error)
