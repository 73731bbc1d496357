# What the built-in iterators tell about themselves, and how they are exhausted for good.
for it in (iter([1, 2]), iter((1, 2)), iter({1: 2}), reversed([1, 2]), reversed({1: 2}), iter({1}), iter(range(2)),
           iter('ab'), reversed('ab'), iter(enumerate('ab'))):
    hint = it.__length_hint__() if hasattr(it, '__length_hint__') else None
    print(type(it).__name__, hint, next(it), it.__reduce__()[1:] if type(it).__name__ != 'enumerate' else '',
          list(it), list(it))
a = [1]
it = iter(a)
print(list(it))
a.append(2)
print(list(it), a)
it = iter([1, 2, 3])
it.__setstate__(2)
print(list(it))

class Sequence:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i

it = iter(Sequence())
print(type(it).__name__, next(it), it.__reduce__()[2], list(it), list(it))
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(iter(lambda: next(values), 0)))
for f in (lambda: iter(1), lambda: iter(1, 2), lambda: reversed({1}), lambda: reversed(1), lambda: next([]),
          lambda: type(iter([]))()):
    try:
        print(f())
    except TypeError as e:
        print(e)
