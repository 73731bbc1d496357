# Times that come twice: equality between zones, hashes, and what a pickle keeps
import copy
from datetime import *


class Twice(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1 if dt.fold else 2)

    def dst(self, dt):
        return timedelta(0)


z = Twice()
n = datetime(2020, 1, 1, 5, tzinfo=z)
f = n.replace(fold=1)
print(n == f, hash(n) == hash(f), n < f, n - f)
print(n == n.astimezone(UTC), n != n.astimezone(UTC), n - n.astimezone(UTC))
print(n.utcoffset(), f.utcoffset(), f)
t = time(1, fold=1)
for o in f.replace(tzinfo=None), t:
    print(o.__reduce__(), o.__reduce_ex__(3), o.__reduce_ex__(4))
    print(repr(copy.copy(o)), repr(copy.deepcopy(o)), repr(copy.replace(o, hour=3)))
print(f.date(), repr(f.time()), repr(datetime.combine(date(2020, 1, 1), t)))
