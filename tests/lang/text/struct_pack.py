# struct: sizes, alignment, byte orders, limits.
import struct
print(struct.pack('<bhiq', 1, 2, 3, 4), struct.pack('>bhiq', 1, 2, 3, 4), struct.calcsize('bhiq'), struct.calcsize('<bhiq'), struct.calcsize('ci0q'))
print(struct.unpack('<HIB', bytes(range(7))), struct.unpack('>3s2xh', b'abc..\xff\xfe'), struct.pack('5p', b'abcdefg'), struct.unpack('?c', b'\x02x'))
print(struct.pack('>efd', 1.5, 1.5, 1.5), struct.unpack('<e', b'\x00\x7c'), struct.pack('<e', 65519.9), struct.unpack('>D', struct.pack('>D', 1 - 2j)))
s = struct.Struct('<2H'); print(s, s.size, s.pack(1, 2), s.unpack_from(b'..\1\0\2\0', 2), list(s.iter_unpack(b'\1\0\2\0\3\0\4\0')))
b = bytearray(8); s.pack_into(b, 3, 258, 772); print(b, struct.unpack_from('>H', b, -5))
for f, *a in [('b', 200), ('B', -1), ('i', 2**31), ('<Q', 2**64), ('i', 'x'), ('f', 1e50), ('c', b'ab'), ('s', 1), ('ii', 1), ('z', 1), ('3', 1), ('<n', 1), ('f', 'x')]:
    try: print(struct.pack(f, *a))
    except (struct.error, OverflowError) as e: print(f, type(e).__name__, e)
for f, b in [('i', b'abc'), ('2h', b'abcde')]:
    try: struct.unpack(f, b)
    except struct.error as e: print(e)
