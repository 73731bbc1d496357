# timedelta: construction, its normal form, rounding, limits
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
timedelta()
timedelta(1, 2, 3, 4, 5, 6, 7)
timedelta(weeks=1, days=1, hours=1, minutes=1, seconds=1, milliseconds=1, microseconds=1)
timedelta(microseconds=-1)
timedelta(hours=-25)
timedelta(days=0.5), timedelta(hours=1.5), timedelta(days=1e-9), timedelta(0.1), timedelta(weeks=1/3)
timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(microseconds=2.5), timedelta(microseconds=-0.5)
timedelta(milliseconds=0.0005), timedelta(milliseconds=0.0015), timedelta(microseconds=0.25, milliseconds=0.00025)
timedelta(seconds=10**15), timedelta(microseconds=2**63)
timedelta(days=10**18, hours=-24 * 10**18)
timedelta(True)
timedelta.min, timedelta.max, timedelta.resolution
timedelta(999999999, 86399, 999999) == timedelta.max
timedelta(10**9)
timedelta(-10**9)
timedelta(1e20)
timedelta(10**30)
timedelta(float('nan'))
timedelta(float('inf'))
timedelta('a')
timedelta(hours=None)
timedelta(hours=1j)
timedelta(1, 2, 3, 4, 5, 6, 7, 8)
timedelta(x=1)
timedelta(1, days=1)
repr(timedelta(0)), repr(timedelta(-1, 1)), repr(timedelta(microseconds=5))
str(timedelta(1)), str(timedelta(-1, 5)), str(timedelta(2, 3661, 7)), str(timedelta(0))
timedelta(1).days, timedelta(0, 5).seconds, timedelta(0, 0, 7).microseconds
""".strip().splitlines():
    show(text)
