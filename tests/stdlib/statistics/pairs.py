# statistics: covariance, correlation, linear regression
from fractions import Fraction as F
from statistics import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
covariance([1,2,3,4,5,6,7,8,9],[1,2,3,1,2,3,1,2,3]), covariance([1,2,3],[3,2,1])
covariance([1,2],[1])
covariance([1],[1])
correlation([1,2,3],[1,2,4]), correlation([1,2,3,4],[1,4,9,16],method='ranked'), correlation([1,2,2,3],[1,4,9,16],method='ranked')
correlation([1,1],[1,2])
correlation([1],[1])
correlation([1,2],[1])
correlation([1,2],[1,2],method='x')
linear_regression([1,2,3],[2,4,7]), linear_regression([1,2,3],[2,4,6],proportional=True)
linear_regression([1,1],[1,2])
linear_regression([1],[1])
linear_regression([1,2],[1])
""".strip().splitlines():
    show(text)
