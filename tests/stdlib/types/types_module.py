# The module types: names for types, and making classes.
import types

def f(): yield
print([n for n in types.__all__ if n.endswith('Type') and n != 'CapsuleType'])
print(types.FunctionType is type(f), types.GeneratorType is type(f()), types.CellType is type((lambda x: lambda: x)(1).__closure__[0]))
print(types.MethodType(len, [1, 2])(), types.MethodType(f, 5), types.SimpleNamespace(a=1), types.NoneType, types.EllipsisType)

C = types.new_class('C', (dict,), {}, lambda ns: ns.update(x=5))
print(C, C.x, C.__mro__)

class Entries:
    def __mro_entries__(self, bases): return (list,)
D = types.new_class('D', (Entries(),))
print(D.__bases__, D.__orig_bases__[0].__class__.__name__, types.resolve_bases((int, Entries())), types.get_original_bases(D)[0].__class__.__name__)

class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases, **kwds): return {'prepared': kwds}
    def __new__(cls, name, bases, ns, **kwds): return super().__new__(cls, name, bases, ns)
    def __init__(cls, *args, **kwds): pass
print(types.prepare_class('X', (), {'metaclass': Meta, 'k': 1}), types.new_class('X', (), {'metaclass': Meta, 'k': 1}).prepared)

class M1(type): pass
class M2(type): pass
for bad in (lambda: types.new_class('Z', (M1('a', (), {}), M2('b', (), {}))), lambda: types.MethodType(1, 2),
            lambda: types.MethodType(f, None), lambda: types.CellType().cell_contents, lambda: types.get_original_bases(5),
            lambda: types.coroutine(5)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(e)

class W:
    @types.DynamicClassAttribute
    def v(self): return 'instance'
print(W().v, hasattr(W, 'v'))
cell = types.CellType(3)
print(cell == types.CellType(3), cell < types.CellType(4), types.CellType() < cell, cell.cell_contents)
