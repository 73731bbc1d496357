# Subclasses of str and bytes: an instance has a dict; methods give exact results.
class S(str):
    def __new__(cls, text, extra=None):
        self = super().__new__(cls, text)
        self.extra = extra
        return self
s = S('héllo', extra=[1])
print(s, repr(s), type(s), s.extra, s.__dict__, s == 'héllo', hash(s) == hash('héllo'), {s: 1}['héllo'])
for r in (s.upper(), s[:], s + '', s * 1, s.strip(), s.replace('x', 'y'), s.format(), str(s), s.ljust(1), ''.join([s]), s.split()[0], s.center(2)):
    print(type(r).__name__, r, end=' ')
print()
class T(str):
    def __str__(self): return 'T!'
    def __format__(self, spec): return 'F' + spec
print(str(T('a')), f"{T('a')} {T('a'):x} {T('a')!s}", '%s %s' % (T('a'), 'b'), '{}'.format(T('a')), T('a') + 'b')
class B(bytes): pass
b = B(b'abc'); b.x = 1
print(b, type(b[:]), type(b + b''), type(bytes(b)), b.x, B.fromhex('41'), type(B.fromhex('41')).__name__, b == b'abc')
class A(bytearray): pass
a = A(b'abc'); a.y = 2; a += b'd'
print(a, type(a), a[1:], type(a[1:]), a.y, type(a.upper()))
