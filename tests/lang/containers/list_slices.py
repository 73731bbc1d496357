# Reading, writing and deleting slices, extended ones too.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

a = list(range(10))
print(a[2:5], a[::-1], a[-3:], a[::3], a[7:2:-2], a[20:], a[:-20:-1])
a[2:5] = 'xyz'
a[0:0] = [-1]
a[-1:] = []
print(a)
a[::2] = range(5)
print(a)
del a[1::3]
print(a)
del a[::-2], a[5:]
print(a)
a[1:1] = a
print(a)
a[::2] = a[::2][::-1]
print(a)
for f in (lambda: a.__setitem__(slice(0, 1), 1), lambda: a.__setitem__(slice(0, 4, 2), [1]), lambda: a[::0],
          lambda: a['a':], lambda: a.__delitem__(99), lambda: a.__setitem__(99, 1)):
    show(f)
