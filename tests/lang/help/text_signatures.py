# __text_signature__ of the built-in functions and of the methods of built-in types.
import builtins
def show(path, o):
    print(path, o.__text_signature__)
for name in sorted(vars(builtins)):
    o = vars(builtins)[name]
    if type(o) is type(len) and name != 'open':
        show(name, o)
types = (bool, bytearray, bytes, complex, dict, enumerate, filter, float, frozenset, int, list, map, memoryview, object,
         range, reversed, set, slice, str, super, tuple, zip, property, type(list[int]), type({}.keys()), type({}.items()))
for t in types:
    show(t.__name__, t)
    for name in sorted(vars(t)):
        o = vars(t)[name]
        if hasattr(o, '__text_signature__') and not name.startswith('__'):
            show(f'{t.__name__}.{name}', o)
