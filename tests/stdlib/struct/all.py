# struct: every code both ways, and broken formats and values.
import struct

for code, value in (('x', None), ('c', b'a'), ('b', -5), ('B', 250), ('?', True), ('h', -300), ('H', 60000), ('i', -70000), ('I', 4000000000),
                    ('l', -1), ('L', 1), ('q', -2**40), ('Q', 2**63), ('e', 1.5), ('f', 0.25), ('d', 1e300), ('3s', b'ab'), ('4p', b'abc'),
                    ('n', 5), ('N', 5), ('P', 5), ('F', 1 + 2j), ('D', 1j)):
    for order in ('@', '<', '>'):
        try:
            data = struct.pack(order + code, *[] if value is None else [value])
            print(order + code, struct.calcsize(order + code), data, struct.unpack(order + code, data))
        except struct.error as e:
            print(order + code, e)
s = struct.Struct('>bH2s')
buffer = bytearray(8)
s.pack_into(buffer, 2, 1, 2, b'ab')
print(s.format, s.size, bytes(buffer), s.unpack_from(buffer, 2), list(struct.iter_unpack('<h', b'\1\0\2\0')), struct.calcsize('bi0q'))
for call in (lambda: struct.pack('z', 1), lambda: struct.pack('b', 200), lambda: struct.pack('B', -1), lambda: struct.pack('b', 1.5),
             lambda: struct.pack('bb', 1), lambda: struct.pack('c', b'ab'), lambda: struct.pack('s', 'a'), lambda: struct.unpack('h', b'a'),
             lambda: struct.pack('e', 1e10), lambda: struct.pack('f', 1e300), lambda: struct.pack('<n', 1), lambda: struct.calcsize('5'),
             lambda: struct.pack_into('h', buffer, 7, 1), lambda: struct.unpack_from('q', buffer, 4), lambda: struct.unpack_from('b', buffer, 9),
             lambda: list(struct.iter_unpack('h', b'abc')), lambda: list(struct.iter_unpack('', b'')), lambda: struct.Struct(5),
             lambda: struct.pack('d', 'x'), lambda: struct.pack('q', 2**63), lambda: struct.unpack_from('b', buffer, -9),
             lambda: struct.pack_into('b', b'', 0, 1), lambda: struct.calcsize('99999999999999999999b')):
    try:
        print(call())
    except (struct.error, TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
