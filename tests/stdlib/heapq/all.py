# heapq: heaps both ways round, merge and the extremes, and what is refused.
import heapq

heap = [5, 1, 4, 2, 3]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heap[0], heapq.heappop(heap), heapq.heappushpop(heap, 9), heapq.heapreplace(heap, 7), sorted(heap))
heap = [5, 1, 4]
heapq.heapify_max(heap)
heapq.heappush_max(heap, 9)
print(heapq.heappop_max(heap), heapq.heappushpop_max(heap, 2), heapq.heapreplace_max(heap, 0), sorted(heap))
print(heapq.nlargest(2, 'adcb'), heapq.nsmallest(2, ['bb', 'a', 'ccc'], key=len), heapq.nlargest(0, 'a'), heapq.nsmallest(9, 'ba'))
print(list(heapq.merge([1, 4], [2, 3])), list(heapq.merge('ca', 'b', reverse=True)), list(heapq.merge(['a'], ['B'], key=str.lower)))
for call in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify((1, 2)), lambda: heapq.heappush(5, 1),
             lambda: heapq.heapify([1, 'a']), lambda: heapq.heappop_max([]), lambda: list(heapq.merge(5)), lambda: heapq.nlargest('x', 'ab'),
             lambda: heapq.heappushpop([1, 2], 'x')):
    try:
        print(call())
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)
