# bytes: construction and methods.
print(bytes(3), bytes([1, 2]), bytes(b'x'), bytes('é', 'latin-1'), bytes(bytearray(b'y')), bytes(range(3)), bytes(memoryview(b'abc')[::2]))
b = b'The quick brown fox'
print(b.find(b'q'), b.find(113), b.split(), b.split(b'o'), b.partition(b'quick'), b.replace(b'o', b'00'), b.count(b'o'), b.count(111))
print(b.upper(), b.title(), b.swapcase(), b[4:9], b[0], b[-1:], list(b[:3]), b.startswith((b'x', b'The')), 113 in b, b'fox' in b)
print(b.hex(), b'abcd'.hex('-'), b'abcde'.hex(':', 2), b'abcde'.hex(':', -2), bytes.fromhex(' 61 62\n63 '), b'%d %s %b' % (1, b'x', b'y'))
print(b','.join([b'a', bytearray(b'b')]), b'a\tb'.expandtabs(4), b'7'.zfill(3), b'x'.center(5, b'*'), b'abc'.translate(None, b'b'), bytes.maketrans(b'ab', b'xy')[96:100])
print(b'a' < b'b', b'a' == 'a', b'a' != bytearray(b'a'), hash(b'abc') == hash('abc'), b'ab' * 2, b'\x80'.isascii(), b'a1'.isalnum())
for f in (lambda: bytes('x'), lambda: bytes(-1), lambda: bytes([256]), lambda: b'a' + 'b', lambda: b'a'.find('a'), lambda: b'a'.find(256), lambda: bytes.fromhex('1'), lambda: bytes.fromhex('zz'), lambda: b'a'['x'], lambda: b'a'[5], lambda: 'a' in b'a', lambda: b','.join(['a'])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
