# heapq, bisect and operator.
import bisect, heapq, operator

h = [5, 3, 8, 1, 9, 2]
heapq.heapify(h)
print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h)
heapq.heappush(h, 4)
print(h, heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x), list(heapq.merge([1, 4], [2, 3], [0])))
heapq.heapify_max(h)
print(h, heapq.heappop_max(h), heapq.nlargest(3, 'hello'), list(heapq.merge([3, 1], [2], reverse=True)))
s = [1, 2, 2, 3]
bisect.insort(s, 2)
print(s, bisect.bisect(s, 2), bisect.bisect_left(s, 2), bisect.bisect([3, 2, 1], 2, key=lambda x: -x))
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('real', 'imag')(2), operator.methodcaller('upper')('a'),
      operator.itemgetter(0), operator.countOf('aab', 'a'), operator.length_hint(iter([1, 2])), operator.concat([1], [2]))
for f in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: bisect.bisect([1], 'a'),
          lambda: bisect.bisect([], 1, -1), lambda: operator.indexOf([1], 2), lambda: operator.itemgetter(),
          lambda: operator.attrgetter(1), lambda: operator.concat(1, 2), lambda: operator.add('a', 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
