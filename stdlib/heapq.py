"""Priority queues in lists, and what can be built with them.

In a heap no item is smaller than its parent: item i has the children 2*i+1 and 2*i+2. So heap[0] is the smallest, and
adding or removing an item takes a number of steps proportional to the logarithm of the length.
"""

from _heapq import *

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'heappushpop', 'heappush_max', 'heappop_max',
           'heapify_max', 'heapreplace_max', 'heappushpop_max', 'nlargest', 'nsmallest', 'merge']


def merge(*iterables, key=None, reverse=False):
    """Merge sorted iterables into one sorted iterator, without reading ahead more than one item of each."""
    if reverse:
        order, pop, replace, step = heapify_max, heappop_max, heapreplace_max, -1
    else:
        order, pop, replace, step = heapify, heappop, heapreplace, 1

    # One entry for each iterable that has not ended: [key, position among the iterables, item, iterator]. The position
    # keeps equal items in the order of the iterables, and comparisons from going further.
    entries = []
    for position, it in enumerate(map(iter, iterables)):
        for item in it:
            entries.append([item if key is None else key(item), position * step, item, it])
            break
    order(entries)
    ended = object()
    while len(entries) > 1:
        entry = entries[0]
        yield entry[2]
        item = next(entry[3], ended)
        if item is ended:
            pop(entries)
        else:
            entry[0] = item if key is None else key(item)
            entry[2] = item
            replace(entries, entry)
    if entries:
        _, _, item, it = entries[0]
        yield item
        yield from it


def nsmallest(n, iterable, key=None):
    """The n smallest items in order: sorted(iterable, key=key)[:n]."""
    return _extreme(n, iterable, key, min, 1, heapify_max, heapreplace_max, False)


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first: sorted(iterable, key=key, reverse=True)[:n]."""
    return _extreme(n, iterable, key, max, -1, heapify, heapreplace, True)


_FEW = 200  # so many items are sorted sooner than looked through one by one


def _extreme(n, iterable, key, best, step, order, replace, reverse):
    """Keep the n best items in a heap that has the worst of them on top."""
    if n == 1:
        missing = object()
        result = best(iter(iterable), default=missing, key=key)
        return [] if result is missing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size or 0 < n and size <= _FEW:
            return sorted(iterable, key=key, reverse=reverse)[:n]

    # (key, position, item): of equal keys the one that came first is the better one
    it = iter(iterable)
    heap = [(item if key is None else key(item), i * step, item) for i, item in zip(range(n), it)]
    if not heap:
        return heap
    order(heap)
    worst = heap[0][0]
    if key is None:
        for i, item in enumerate(it, n):
            if (worst < item) if reverse else (item < worst):
                replace(heap, (item, i * step, item))
                worst = heap[0][0]
    else:
        for i, item in enumerate(it, n):
            k = key(item)
            if (worst < k) if reverse else (k < worst):
                replace(heap, (k, i * step, item))
                worst = heap[0][0]
    heap.sort(reverse=reverse)
    return [item for _, _, item in heap]
