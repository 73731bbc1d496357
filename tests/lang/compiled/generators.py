# generators that run often, driven by loops, by C and by hand
def count(n):
    i = 0
    while i < n:
        got = yield i
        if got: i += got
        i += 1
print(sum(count(2000)), list(count(5)), max(count(900)))
def total(n):
    t = 0
    for x in count(n):
        for y in count(3): t += x * y
    return t
print(total(500))
def sends(n):
    g, t = count(n), 0
    x = next(g)
    try:
        while True:
            t += x
            x = g.send(x % 3)
    except StopIteration: return t
print(sends(2000))
def delegate(n):
    yield from count(n)
    r = yield from (c for c in 'abc')
    yield r
print(len(list(delegate(1000))), list(delegate(2)))
def closing(n):
    log = 0
    def g():
        nonlocal log
        try:
            for i in range(10): yield i
        finally: log += 1
    for i in range(n):
        for x in g():
            if x == 3: break
    return log
print(closing(300))
def throws(n):
    def g():
        while True:
            try: yield 1
            except KeyError: yield 2
    t = 0
    it = g()
    for i in range(n):
        t += next(it)
        t += it.throw(KeyError)
    return t
print(throws(500))
def failing(n):
    for i in range(n): yield 10 // (n - 1 - i)
try: print(sum(failing(800)))
except ZeroDivisionError as e: print(e)
async def step(i): return i
async def steps(n):
    t = 0
    for i in range(n): t += await step(i)
    return t
try: steps(900).send(None)
except StopIteration as e: print(e.value)
