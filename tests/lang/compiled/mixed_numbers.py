# floats and ints that meet at one place: sums, quotients, comparisons, beyond what a double can tell apart
def f(xs, ys):
    t = 0
    n = 0
    for x in xs:
        for y in ys:
            t += x * y
            if x < y: n += 1
            if x == y: n += 10
            if y: t -= x / y
            n += (x <= y) + (x != y)
    return t, n
xs = [1, 2.5, 3, -4.25, 2**53+1, float(2**53), 2**60, -2**53-1, 0, 0.0, float('nan'), float('inf'), 2**63-1, -2**63, 2**70]
ys = [2, 0.5, float(2**53), 2**53+1, -1, 7]
for i in range(30):
    r = f(xs[:13], ys), f(xs[:4], ys[:2]), f([1,2,3],[4,5,6]), f([1.5,2.5],[1,2]), f([1,2],[0.5,.25]), f([1.,2.],[.5,.25])
    if i in (0, 29): print(r)
def g(a, b): return a / b
for i in range(100):
    g(1, 2); g(2**53, 3); 
print(g(2**53+1, 3), g(10**17+3, 7), g(3, 10**17+1), g(7,2), g(2**70, 3))
try: g(1, 0)
except ZeroDivisionError as e: print(e)
def h(v):
    c = 0
    for x in v:
        if x > 2: c += 1
        if 2 <= x: c += 1
        if x != 3: c += 1
        if x == 9007199254740993: c += 100
    return c
for i in range(50): r = h([1.5, 2, 2.0, 3.0, 3, 9007199254740992.0, 9007199254740993, True, 4.5])
print(r)
