# __set_name__, __init_subclass__, __class_getitem__, __mro_entries__, __qualname__.
class Named:
    def __set_name__(self, owner, name): print('named', owner.__name__, name)
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        print('subclass', cls.__name__, tag)
    def __class_getitem__(cls, item): return (cls.__name__, item)
class A(Base, tag='a'):
    one = Named()
    two = Named()
print(A[1, 2], Base['x'])
for body in ('class B(Base, other=1): pass', 'class C(x=1): pass'):
    try:
        exec(body)
    except TypeError as e:
        print(e)

class Bad:
    def __set_name__(self, owner, name): raise ValueError('refused')
try:
    class D: attr = Bad()
except ValueError as e:
    print(e, e.__notes__[0].replace(hex(id(D)) if 'D' in globals() else '?', ''). split(' instance ')[0])

class Entries:
    def __mro_entries__(self, bases): return (dict,)
class E(Entries()): pass
print(E.__mro__, E.__orig_bases__[0].__class__.__name__)
try:
    type('F', (Entries(),), {})
except TypeError as e:
    print(e)

def f():
    class Local:
        class Inner: pass
    return Local.Inner
print(f().__qualname__, f(), type('G', (), {'__qualname__': 'X.Y'}))
for name, ns in (('a\0', {}), ('G', {'__qualname__': 1}), ('G', {'__classcell__': 1})):
    try:
        type(name, (), ns)
    except (TypeError, ValueError) as e:
        print(e)
