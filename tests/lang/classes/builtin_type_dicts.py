# Which special methods built-in types define themselves, and which they only inherit
import types

names = ("__bool__ __new__ __init__ __hash__ __eq__ __lt__ __iter__ __next__ __len__ __getitem__ __contains__ __add__ __radd__ "
         "__call__ __get__ __set__ __str__ __repr__ __format__ __reduce__ __class_getitem__ __index__ __int__ __await__").split()
for t in (object, type, int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, memoryview,
          property, classmethod, staticmethod, super, enumerate, zip, map, filter, reversed, types.FunctionType, types.MethodType,
          types.BuiltinFunctionType, types.GeneratorType, types.CoroutineType, types.ModuleType, types.MappingProxyType,
          types.CellType, Exception, ValueError, KeyError, OSError, StopIteration, ImportError):
    print(t.__name__, *[n[2:-2] for n in names if n in vars(t)])
