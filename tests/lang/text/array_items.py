# array.array: every type code, its limits, growth and the buffer it shows.
from array import array, typecodes
print(typecodes)
for code in 'bBhHiIlLqQ':
    a = array(code, [0, 1])
    bits = 8 * a.itemsize
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
    a.append(low); a.append(high)
    print(a, a.itemsize)
    for bad in (low - 1, high + 1, 1.5, 'x'):
        try: a.append(bad)
        except Exception as e: print(' ', type(e).__name__, e)
a = array('d', [1.5, -0.0]); a.extend(range(3)); print(a, a.tobytes().hex()[:16], a[1:3], a[::-2], a * 2, a + array('d', [9]))
a[1:3] = array('d', [7]); del a[0]; a.insert(1, 2.5); a.reverse(); print(a, a.index(7), a.count(7), a.pop(), a.pop(0), 7 in a, a.tolist())
w = array('w', 'héllo😀'); print(w, w.tounicode(), w[1], len(w)); w.fromunicode('!'); print(w)
h = array('H', b'\x01\x02\x03\x04'); h.byteswap(); print(h, memoryview(h).format, h == array('i', h), h < array('H', [9999]))
h.frombytes(b'\xff\xff'); h.fromlist([5]); print(h, array('f', h), h.__reduce_ex__(2)[1], array('i') == array('b'), array('i', []) )
with memoryview(h) as m:
    try: h.append(1)
    except BufferError as e: print(e, m[0])
for f in (lambda: array('x'), lambda: array('i', 'abc'), lambda: array('i', [1])[5], lambda: array('i') + [1], lambda: array('i', [1]).remove(2), lambda: array('i').pop(), lambda: array('i', b'abc'), lambda: array('w', [1])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
