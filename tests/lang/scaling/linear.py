# four times the input takes about four times as long: no step of these looks at all that was there before
import gc
import time

try:
    import heap
    # with HEAP=system every block is malloc's own, and a tool's malloc copies a block that grows
    grows_in_place = len(heap.map()) > 0
except ImportError:
    grows_in_place = True


def append(n):
    items = []
    for i in range(n):
        items.append(i)


def insert(n):
    table = {}
    for i in range(n):
        table[i] = i


def text(n):
    line = ""
    for i in range(n):
        line += "x"


def chain(n):
    link = None
    for i in range(n):
        link = [link]
    del link


def collections(n):
    """Most of what is made stays: the old generation grows, and is looked at again and again."""
    kept = []
    for i in range(n):
        kept.append([kept])


def seconds(function, n):
    start = time.process_time()
    function(n)
    took = time.process_time() - start
    gc.collect()
    return took


def scales(function, n):
    """Best of seven for each size, and the smaller first: 4 is right, 16 would be a square; a busy machine may double it."""
    small, large = (min(seconds(function, size) for _ in range(7)) for size in (n, 4 * n))
    return large < 9 * small + 0.001 or (large, small)


for function, n in (append, 10_000), (insert, 10_000), (text, 20_000), (chain, 8_000), (collections, 8_000):
    print(function.__name__, scales(function, n) if function is not text or grows_in_place else True)
