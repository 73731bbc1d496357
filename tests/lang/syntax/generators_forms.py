# yield and yield from in every place where they may stand.
def g():
    x = yield
    print("got", x)
    y = yield 1, 2
    z = (yield x) + (yield y)
    print([(yield "in list"), z], {(yield "k"): (yield "v")}, f"{(yield 'f')}")
    w = yield from inner()
    print("w", w)
    if (yield "cond"): yield "true"
    for i in (yield "iter"): yield i
    x[(yield "sub") or 0] = yield "val" if False else "V"
    lambda: (yield)
    return x
def inner():
    a = yield "i"
    try: yield a
    finally: print("closed")
    return "result"
it = g()
sent = [None, [0, 0], 5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "ab", 12, 0, "set"]
out = []
try:
    for value in sent: out.append(it.send(value))
    while True: out.append(next(it))
except StopIteration as e: print(out, e.value)
def e():
    return
    yield
print(list(e()), (lambda: (yield from [1, 2]))().send(None), list((lambda: (yield))()))
def bad(): yield from 5
try: next(bad())
except TypeError as e: print(e)
it = g(); next(it)
try: it.throw(KeyError("thrown"))
except KeyError as e: print(e)
try: it.send(1)
except StopIteration as e: print("stopped", e.value)
it = g()
try: it.send(1)
except TypeError as e: print(e)
