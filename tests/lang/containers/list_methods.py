# Every method of list, with what it raises.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

a = [3, 1, 2]
a.append(4)
a.extend((5, 6))
a.extend({7: 0})
a.insert(0, 'first')
a.insert(-1, 'before last')
a.insert(100, 'last')
print(a, a.pop(), a.pop(0), a.pop(-2), a)
print(a.index(2), a.index(2, 1, -1), a.count(3), a.copy() is a)
a.remove(3)
a.reverse()
print(a, a + [0], a * 2, 2 in a, a == a[:], a < a + [1], [1, 2] < [1, 3])
for f in (lambda: [].pop(), lambda: [1].pop(3), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][1],
          lambda: [1]['x'], lambda: [] + (), lambda: [1].index(1, 'x'), lambda: [1].append(), lambda: list(1),
          lambda: list(x=1), lambda: [1] < (1,), lambda: [1].sort(1), lambda: hash([])):
    show(f)
b = [1]
b.append(b)
print(b, [b], list('abc'), list(range(3)), [1] * 0, [1] * -1)
b.clear()
print(b)
