# array: each type code, the methods, and what is refused.
from array import array, typecodes
import warnings

warnings.simplefilter('ignore')
print(typecodes)
for code in typecodes:
    a = array(code, 'ab' if code in 'uw' else [1, 2])
    print(a, a.itemsize, len(a.tobytes()), a.tolist(), a[::-1])
a = array('h', [3, 1, 2])
a.append(4)
a.extend([5, 6])
a.insert(0, -1)
a.remove(1)
print(a, a.pop(), a.pop(0), a.index(2), a.count(9), a * 2, a + array('h', [0]), a == array('i', a), 3 in a)
a.byteswap()
print(a)
a.frombytes(b'\1\0')
a[1:3] = array('h', [7, 7, 7])
del a[0]
a.reverse()
print(a, bytes(memoryview(a))[:4], a.buffer_info()[1])
for call in (lambda: array('x'), lambda: array('ii'), lambda: array(), lambda: array('b', [200]), lambda: array('B', [-1]),
             lambda: array('h', [1.5]), lambda: array('h', 'ab'), lambda: array('h').pop(), lambda: a.remove(99), lambda: a.index(99),
             lambda: a.frombytes(b'x'), lambda: a.append('x'), lambda: a[99], lambda: a + [1], lambda: a.__setitem__(slice(0, 1), [1]),
             lambda: array('h', b'x'), lambda: array('i', [2**31]), lambda: array('d', ['x']), lambda: a.fromunicode('x')):
    try:
        print(call())
    except (TypeError, ValueError, IndexError, OverflowError) as e:
        print(type(e).__name__, e)
