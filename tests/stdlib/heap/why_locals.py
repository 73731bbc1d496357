# why: locals of this frame and of callers, temporaries and arguments.
import sys

import heap


def inner(parameter):
    why = heap.why(parameter)
    print(why.count == sys.getrefcount(parameter), why.references)


def outer():
    mine = [1]
    again = mine
    inner(mine)


outer()


def temporary():
    print(heap.why([1]).references)
    x = {}
    print([x, heap.why(x)][1].references)


temporary()
