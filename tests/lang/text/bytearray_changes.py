# bytearray: changes in place, and none while a view is out.
a = bytearray(b'hello')
a[0] = 72; a[1:3] = b'EEE'; a.append(33); a.extend([1, 2]); a.insert(0, 0); del a[-1]; a += b'x'
print(a, len(a), a.pop(), a.pop(0), a)
a[::2] = b'01234'[:len(a[::2])]
print(a); del a[1::2]; print(a); a.reverse(); print(a, a.copy() is a); a *= 2; print(a); a[2:4] = range(3); print(a); a.remove(48); a.resize(3); print(a); a.resize(5); print(a)
a[:] = a; a[1:1] = a; print(a); a.clear(); print(a, bool(a))
a = bytearray(b'abc')
with memoryview(a) as m:
    m[0] = 65
    for f in (lambda: a.append(1), a.clear, lambda: a.extend(b'x'), a.pop, lambda: a.resize(9)):
        try: f()
        except BufferError as e: print(e)
a.append(100)
print(a)
class Evil:
    def __index__(self): a.clear(); return 1
try: a[2] = Evil()
except IndexError as e: print(e, a)
for f in (lambda: a.__setitem__(0, 1), lambda: bytearray(1)[5], lambda: bytearray(b'a').append(256), lambda: bytearray(b'a').remove(0), lambda: bytearray().pop(), lambda: bytearray(b'a').extend(5), lambda: hash(a)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
