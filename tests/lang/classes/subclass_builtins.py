# Subclasses of built-in types: attributes, slots, special methods, deallocation.
class I(int): pass
class F(float): pass
class S(str): pass
class L(list): pass
class T(tuple): pass
class D(dict):
    def __missing__(self, key): return 'missing ' + key
class X(Exception):
    def __init__(self, *args, code=0):
        super().__init__(*args)
        self.code = code
class By(bytes): pass
class Se(set): pass
for o in (I(5), F(1.5), S('abc'), L([1, 2]), T((1, 2)), D(a=1), X('e', code=3), By(b'x'), Se([1])):
    o.attr = o
    del o.attr
    o.attr = 1
    o.other = 2
    print(type(o).__name__, repr(o), o.attr, o.__dict__, isinstance(o, type(o).__base__))
i = I(2**80)
print(i, i + 1, type(i + 1).__name__, i == 2**80, hash(i) == hash(2**80), -I(3), I(3) // 2, I(7).bit_length())
print(D(a=1)['b'], S('a') + 'b', type(S('a') + 'b').__name__, L([1]) + [2], T((1,)) + (2,), S('x') in {'x': 1})
class SL(list):
    __slots__ = ('extra',)
s = SL([1, 2, 3])
s.extra = 'e'
print(s, s.extra, len(s), hasattr(s, '__dict__'))
class FS(float):
    __slots__ = ('unit',)
f = FS(2.5)
f.unit = 'm'
print(f * 2, f.unit)
class Up(str):
    def __str__(self): return 'str of Up'
    def __repr__(self): return 'repr of Up'
    def __len__(self): return 99
u = Up('abc')
print(str(u), repr(u), f'{u}', len(u), u.upper(), [u], u[0])
