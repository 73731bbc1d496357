# statistics.NormalDist: arithmetic, density, quantiles, overlap
from fractions import Fraction as F
from statistics import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
NormalDist(), NormalDist(1,2), NormalDist.from_samples([1,2,3,4,5]), NormalDist(1.5)
NormalDist(0,-1)
NormalDist('a')
NormalDist(1,2)+3, NormalDist(1,2)-3, 3-NormalDist(1,2), NormalDist(1,2)*3, 3*NormalDist(1,2), NormalDist(1,2)/4, NormalDist(1,2)+NormalDist(3,4), NormalDist(1,2)-NormalDist(3,4), -NormalDist(1,2), +NormalDist(1,2)
NormalDist(1,2)*NormalDist(1,2)
NormalDist(100,15).pdf(110), NormalDist(100,15).cdf(110), NormalDist(100,15).inv_cdf(0.9), NormalDist().inv_cdf(0.01), NormalDist().inv_cdf(1e-20), NormalDist().inv_cdf(0.5), NormalDist().inv_cdf(1-1e-15)
NormalDist().inv_cdf(0)
NormalDist().inv_cdf(1.5)
NormalDist(1,0).pdf(1)
NormalDist(1,0).cdf(1)
NormalDist(1,0).zscore(1)
NormalDist(1,0).inv_cdf(0.5)
NormalDist(100,15).zscore(115), NormalDist(1,2).quantiles(4), NormalDist(1,2).mean, NormalDist(1,2).stdev, NormalDist(1,2).variance, NormalDist(1,2).median, NormalDist(1,2).mode
NormalDist(10,3).overlap(NormalDist(12,4)), NormalDist(1,2).overlap(NormalDist(1,2)), NormalDist(1,2).overlap(NormalDist(3,2))
NormalDist().overlap(5)
NormalDist(1,0).overlap(NormalDist())
NormalDist().samples(3,seed=5)
NormalDist(1,2)==NormalDist(1,2), NormalDist(1,2)==NormalDist(1,3), NormalDist(1,2)==5, hash(NormalDist(1,2))==hash(NormalDist(1,2))
""".strip().splitlines():
    show(text)
