# statistics: variances and standard deviations, exact and rounded once
from fractions import Fraction as F
from statistics import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
pvariance([1,2,3,4]), pvariance([1,2,3]), pvariance([F(1,2),F(1,3)]), pvariance([0.0,0.25,0.25,1.25,1.5,1.75,2.75,3.25]), pvariance([1,2,3],mu=2), pvariance([5])
variance([1,2,3,4]), variance([2.75,1.75,1.25,0.25,0.5,1.25,3.5]), variance([F(1,6),F(1,2),F(5,3)]), variance([1,2,3],xbar=2), variance([1,2,3],2.0)
variance([1])
pvariance([])
pstdev([1.5,2.5,2.5,2.75,3.25,4.75]), stdev([1.5,2.5,2.5,2.75,3.25,4.75]), stdev([1,2]), pstdev([1,1]), stdev([F(1,2),F(1,3)]), stdev([1,2,3],2), pstdev([1,2,3],2)
stdev([1])
pstdev([])
stdev(['a','b'])
stdev([1e200,-1e200]), stdev([1e-200,2e-200]), stdev([float('inf'),1])
stdev([1e200,-1e200])
variance([1e200, 1])
pstdev([2**1000, 2**1001])
""".strip().splitlines():
    show(text)
