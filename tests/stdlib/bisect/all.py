# bisect: the four functions with lo, hi and key, and what they refuse.
import bisect

a = [1, 2, 2, 3]
print(bisect.bisect_left(a, 2), bisect.bisect_right(a, 2), bisect.bisect(a, 2), bisect.bisect_left(a, 2, 2), bisect.bisect_right(a, 9, 0, 2))
bisect.insort(a, 2.5)
bisect.insort_left(a, 0)
words = ['a', 'bb', 'dddd']
bisect.insort_right(words, 'ccc', key=len)
print(a, words, bisect.bisect_left(words, 3, key=len), bisect.bisect_left((), 1), bisect.bisect_right(range(10**6), 77))
for call in (lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(5, 1), lambda: bisect.bisect([1, 'a'], 2), lambda: bisect.insort((1,), 2),
             lambda: bisect.bisect(a), lambda: bisect.bisect(a, 1, 'x'), lambda: bisect.bisect([1], 0, 0, 5), lambda: bisect.bisect(words, 3, key=5)):
    try:
        print(call())
    except (TypeError, ValueError, IndexError, AttributeError) as e:
        print(type(e).__name__, e)
