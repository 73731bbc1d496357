# why: an exception being handled, its traceback, running functions and frames.
import sys

import heap


def clean(why):
    return sorted(text.partition(" at 0x")[0] for text in why.references), why.count == len(why.references)


def f():
    try:
        raise ValueError(1)
    except ValueError as e:
        print(clean(heap.why(e)))
        print(clean(heap.why(e.__traceback__)))
    print(clean(heap.why(f)))
    frame = sys._getframe()
    print(clean(heap.why(frame)))


f()
