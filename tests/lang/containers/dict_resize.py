# inserting and deleting while a dict is walked.
def walk(change, view=iter):
    d = dict.fromkeys(range(4))
    seen = []
    try:
        for n, key in enumerate(view(d)):
            seen.append(key)
            if n == 1: change(d)
    except RuntimeError as e:
        print(type(e).__name__, e, end=' ')
    print(seen)
walk(lambda d: d.update({9: 1}))
walk(lambda d: d.pop(3))
walk(lambda d: d.clear())
walk(lambda d: d.__setitem__(0, 5))
walk(lambda d: (d.pop(0), d.__setitem__(9, 1)))
walk(lambda d: (d.pop(3), d.__setitem__(3, 1)))
walk(lambda d: d.update(dict.fromkeys(range(100, 200))), dict.values)
walk(lambda d: d.pop(3), dict.items)
walk(lambda d: d.clear(), reversed)
walk(lambda d: (d.clear(), d.update(dict.fromkeys('abcd'))))
it = iter({1: 2})
print(next(it), list(it), it.__length_hint__())
d = {1: 1, 2: 2}
it = iter(d); next(it); d[3] = 3
for _ in range(2):
    try: next(it)
    except (RuntimeError, StopIteration) as e: print(type(e).__name__, e)
