# Iterators of bytes and of bytearray: length hints, state, and a bytearray that shrinks meanwhile.
for make in (bytes, bytearray):
    it = iter(make(b"abc"))
    print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__(), type(it).__name__)
    it = iter(make(b"abcd"))
    it.__setstate__(2)
    print(list(it), list(reversed(make(b"abc"))), it.__reduce__())
array = bytearray(b"abcdef")
seen = []
for byte in array:
    seen.append(byte)
    array.pop()
print(seen, array)
array = bytearray(b"ab")
it = iter(array)
print(next(it))
array.extend(b"cd")
print(list(it))
