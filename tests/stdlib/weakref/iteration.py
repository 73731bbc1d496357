# Values may die while a weak dict or set is walked; the entries leave when the walk is over.
import weakref


class A:
    pass


keep = {i: A() for i in range(5)}
d = weakref.WeakValueDictionary(keep)
seen = 0
for key in d.keys():
    keep.clear()
    seen += 1
print(seen >= 1, len(d))
items = [A() for _ in range(5)]
s = weakref.WeakSet(items)
n = 0
for item in s:
    items.clear()
    n += 1
del item
print(n >= 1, len(s))
