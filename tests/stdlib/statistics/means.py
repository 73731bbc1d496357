# statistics: means of every kind, their types and errors
from fractions import Fraction as F
from statistics import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
mean([1,2,3]), mean([1,2,3,4]), mean([1.5,2.5]), mean([F(1,2),F(1,3)]), mean([1,F(1,2)]), mean([1,2.5]), mean([True,False]), mean(iter([1,2]))
mean([])
mean(['a'])
mean([float('inf'),1]), mean([float('nan'),1]), mean([1e308,1e308]), mean([1e50,1,-1e50])
mean([float('inf'),float('-inf')])
fmean([1,2,4]), fmean([1,2,3],[1,1,4]), fmean(iter([1,2]))
fmean([])
fmean([1,2],[1])
fmean([1,2],[0,0])
fmean(['a'])
fmean([1,2],weights=['a','b'])
geometric_mean([54,24,36]), geometric_mean([1,0]), geometric_mean([2.0]*5)
geometric_mean([])
geometric_mean([-1,2])
geometric_mean([float('inf'),1]), geometric_mean([float('nan'),1])
geometric_mean([float('inf'),0])
harmonic_mean([40,60]), harmonic_mean([40,60],weights=[5,30]), harmonic_mean([0,1]), harmonic_mean([F(1,2),F(1,3)]), harmonic_mean([5]), harmonic_mean([2.5,3,10])
harmonic_mean([])
harmonic_mean([-1,2])
harmonic_mean(['a'])
harmonic_mean(['a','b'])
harmonic_mean([1,2],[1])
harmonic_mean([1,2],[-1,2])
harmonic_mean([1,2],[0,0])
harmonic_mean([-1])
""".strip().splitlines():
    show(text)
