# statistics: kernel density estimates and random values from them
from fractions import Fraction as F
from statistics import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
[round(kde([1,2,5],h=1.5,kernel=k)(2.2),12) for k in ('normal','gauss','logistic','sigmoid','rectangular','uniform','triangular','parabolic','epanechnikov','quartic','biweight','triweight','cosine')]
[round(kde([1,2,5],h=1.5,kernel=k,cumulative=True)(2.2),12) for k in ('normal','logistic','sigmoid','rectangular','triangular','parabolic','quartic','triweight','cosine')]
kde([],1)
kde([1],0)
kde([1],-1)
kde([1],1,'x')
kde(['a'],1)
kde_random([],1)
kde_random([1],0)
kde_random([1],1,'x')
kde_random(['a'],1)
kde([1],1).__doc__
kde([1],1,cumulative=True).__doc__
kde_random([1],1).__doc__
[round(kde_random([1,2,5],h=1.5,kernel=k,seed=8)(),10) for k in ('normal','logistic','sigmoid','rectangular','triangular','parabolic','quartic','triweight','cosine')]
""".strip().splitlines():
    show(text)
