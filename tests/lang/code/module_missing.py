# Attributes that a module lacks: hasattr, a default, from-imports, and a __getattr__ of the module that raises what it likes.
import types

m = types.ModuleType('m')
print(hasattr(m, 'x'), getattr(m, 'x', 'default'))
m.x = 1
print(hasattr(m, 'x'), getattr(m, 'x', 'default'))
try:
    m.y
except AttributeError as error:
    print(error, error.name, error.obj is m)


def hook(name):
    print('asked for', name)
    if name == 'bad':
        raise ValueError(name)
    if name == 'made':
        return 5
    raise AttributeError('hook: ' + name)


m.__getattr__ = hook
print(hasattr(m, 'y'), getattr(m, 'y', 'default'), m.made)
for look in (lambda: m.y, lambda: hasattr(m, 'bad'), lambda: getattr(m, 'bad', 0)):
    try:
        look()
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)


class Special(types.ModuleType):
    def __getattr__(self, name):
        return name * 2


class Plain(types.ModuleType):
    z = 3


print(Special('s').ab, hasattr(Plain('p'), 'y'), getattr(Plain('p'), 'z', 0))
try:
    from math import missing
except ImportError as error:
    print(error)
from os import path
print(path.__name__)
