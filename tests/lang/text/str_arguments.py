# str(), bytes() and bytearray() by their arguments.
print(repr(str()), str(b'abc', 'ascii'), str(b'\xe9', encoding='latin-1'), str(b'\xff', errors='replace'), str(object=5), str(bytearray(b'x'), 'utf8'))
for f in (lambda: str('a', 'b'), lambda: str(1, 'utf8'), lambda: str(b'a', 1), lambda: str(1, 2, 3, 4), lambda: str(nope=1), lambda: bytes('a'), lambda: bytes('a', 'ascii', 'strict', 1),
          lambda: bytes(1, 'a'), lambda: bytes(b'a', errors='x'), lambda: bytes(1.5), lambda: bytes(None), lambda: bytearray('a'), lambda: bytearray(object()), lambda: bytes(10**20)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class B:
    def __bytes__(self): return b'mine'
class C:
    def __bytes__(self): return 5
class D:
    def __str__(self): return 5
print(bytes(B()), b'%s' % B())
for f in (lambda: bytes(C()), lambda: str(D())):
    try: f()
    except TypeError as e: print(e)
