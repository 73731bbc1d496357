# memoryview: slices, casts, shapes, release.
b = bytearray(range(12))
m = memoryview(b)
print(m[2], m[2:5].tolist(), m[::-3].tolist(), m[1:7][::2].tobytes(), m.shape, m.strides, m.format, m.nbytes, m.readonly, m.contiguous, m[::2].contiguous)
i = m.cast('I'); print(i.tolist(), i.itemsize, len(i), i.cast('B').nbytes)
g = m.cast('B', (3, 4)); print(g.tolist(), g[1, 2], g.ndim, g.shape, g.strides, g.tobytes('F').hex(), g.c_contiguous, g.f_contiguous)
m[0] = 255; m[1:3] = b'ab'; m[6:9] = m[5:8]; print(b)
print(m == b, m[:3] == b'\xffab', memoryview(b'ab') == memoryview(b'ab').cast('c'), hash(memoryview(b'xyz')) == hash(b'xyz'), m.toreadonly().readonly)
print(m.hex(':', 4), b'ab' + memoryview(b'cd'), m.index(97), m.count(97), 97 in m, list(memoryview(b'ab')))
for f in (lambda: m[100], lambda: m['x'], lambda: g[0], lambda: g[0, 9], lambda: m.cast('Z'), lambda: m.cast('I').cast('H'), lambda: m[1:].cast('I'), lambda: m[0:2].__setitem__(slice(0, 2), b'abc'), lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, 'a'), lambda: memoryview(b'a').__setitem__(0, 1), lambda: hash(m), lambda: memoryview(1), lambda: m.__delitem__(0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
n = m[2:]; m.release(); print(n.tolist()[:2]); n.release()
try: n[0]
except ValueError as e: print(e)
with memoryview(b'abc') as v: w = memoryview(v)
print(w.tobytes()) if w else None
