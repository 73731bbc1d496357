# statistics: medians, modes, quantiles
from fractions import Fraction as F
from statistics import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
median([1,3,5]), median([1,3,5,7]), median_low([1,3,5,7]), median_high([1,3,5,7]), median([F(1,2),F(1,3)])
median([])
median_low([])
median_high([])
median_grouped([1,2,2,3,4,4,4,4,4,5]), median_grouped([52,52,53,54]), median_grouped([1,3,3,5,7],interval=2), median_grouped([1]), median_grouped([1.5,2.5],interval=0.5)
median_grouped([])
median_grouped(['a','b'])
median_grouped([1,2],'a')
mode([1,1,2,2]), mode('aabbc'), multimode('aabbcd'), multimode([])
mode([])
quantiles([1,2,3,4,5]), quantiles([1,2,3,4,5],n=3), quantiles([1,2,3,4],n=4,method='inclusive'), quantiles([1],n=4), quantiles(range(100),n=10), quantiles([1.5,2.5],n=2)
quantiles([])
quantiles([1,2],n=0)
quantiles([1,2],method='x')
quantiles([1,2],3)
""".strip().splitlines():
    show(text)
