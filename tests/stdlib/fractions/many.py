# fractions: many sums, products, roundings and formats
import random
from fractions import Fraction as F

random.seed(2)
for i in range(150):
    a, b = F(random.randrange(-50, 50), random.randrange(1, 60)), F(random.randrange(-9, 9), random.randrange(1, 9))
    spec = "".join(map(random.choice, (["", "+", " ", "-"], ["", "z"], ["", "#"], ["", "0"], ["", "12"], ["", ",", "_"],
                                       ["", ".0", ".1", ".3"], "eEfFgG%")))
    try:
        text = format(a * F(10) ** random.randrange(-7, 12), spec)
    except ValueError as e:
        text = e
    print(a, b, a + b, a - b, a * b, a.limit_denominator(7), round(a, 1), spec, text, a // b if b else 0)


class Sub(F):
    pass


print(repr(Sub(1, 2)), repr(Sub(1, 2) + 1), repr(-Sub(1, 2)), repr(Sub.from_float(0.5)))
try:
    F(1, 2).numerator = 5
except AttributeError as e:
    print(e)
