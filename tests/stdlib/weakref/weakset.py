# WeakSet: the operations of a set on members that may go.
import weakref


class A:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"A{self.n}"


a, b, c = A(1), A(2), A(3)
s = weakref.WeakSet([a, b])
t = weakref.WeakSet([b, c])
show = lambda s: sorted(map(str, s))
print(len(s), a in s, c in s, 5 in s)
print(show(s | t), show(s & t), show(s - t), show(s ^ t), s <= s | t, s < s, s >= t, s.isdisjoint(t), s == {a, b})
s.add(c)
s.discard(a)
s.remove(b)
try:
    s.remove(b)
except KeyError as error:
    print("KeyError")
print(show(s))
s.update([a])
u = s.copy()
s |= t
print(show(s), show(u))
s &= [a]
print(show(s))
del a
print(show(s), len(u), show(u), u.pop() is c, len(u))
t.clear()
print(len(t), repr(t))
