# fractions: rounding, comparison, hashes, limit_denominator, copies
import copy
import math
import numbers
from fractions import Fraction as F


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
int(F(7,2)), int(F(-7,2)), math.floor(F(-7,2)), math.ceil(F(-7,2)), math.trunc(F(-7,2)), round(F(7,2)), round(F(5,2)), round(F(-5,2)), round(F(22,7),2), round(F(1234),-2), round(F(1250),-2)
F(1,2)==0.5, F(1,2)==F(2,4), F(3)==3, F(1,2)<0.6, F(1,2)<=F(1,2), F(1,3)>0.3333, F(1,2)==0.5+0j, F(1,2)!=1, F(1,2)<float('inf'), F(1,2)==float('nan'), F(1,2)=='a'
F(1,2)<'a'
F(1,2)<1j
hash(F(1,2))==hash(0.5), hash(F(3))==hash(3), hash(F(-1)), hash(F(1,2**61-1))
F(3.141592653589793).limit_denominator(1000), F('3.14159').limit_denominator(10), F(1,3).limit_denominator(2), F(5).limit_denominator(1)
F(1,2).limit_denominator(0)
bool(F(0)), bool(F(1,2)), F(4,2).is_integer(), F(1,2).as_integer_ratio(), F(1,2).numerator
str(F(1,2)), repr(F(-1,2)), str(F(4))
copy.copy(F(1,2)), copy.deepcopy(F(1,2)), F(1,2).__reduce__()
sum([F(1,n) for n in range(1,20)])
F(1,2).x
F(1,2).__class__.__mro__[1].__name__
isinstance(F(1,2), numbers.Rational)
""".strip().splitlines():
    show(text)
