# A list that was sorted and then appended to: stable in both directions, for every type, and with what has no order.
import random

random.seed(7)


def check(make, size, more, reverse):
    items = sorted((make() for _ in range(size)), reverse=reverse) + [make() for _ in range(more)]
    places = sorted(range(len(items)), key=lambda i: (items[i], -i if reverse else i), reverse=reverse)
    found = sorted(items, reverse=reverse)
    return all(found[at] is items[i] for at, i in enumerate(places))


makers = (lambda: int(str(random.randrange(1000, 1050))), lambda: random.randrange(40) * 0.5,
          lambda: f'{random.randrange(40)}')
print([check(make, size, more, reverse) for make in makers for reverse in (False, True)
       for size in (30, 100) for more in (1, 3, 12)].count(False))
nan = float('nan')
print(sorted([1.0] * 20 + [nan]), sorted([1.0] * 20 + [nan, 0.5])[0])
try:
    sorted([1] * 20 + ['a'])
except TypeError as error:
    print(error)
print(sorted([1] * 20 + [2.5, 0])[::7], sorted(['b'] * 20 + ['a'], reverse=True)[-2:])
