# Modules: their attributes, __getattr__, __dir__, annotations.
import types

m = types.ModuleType('m', 'doc')
print(m, m.__name__, m.__doc__, m.__dict__)
dynamic = types.ModuleType('dynamic')
dynamic.__getattr__ = lambda name: name + '!'
dynamic.__dir__ = lambda: ['z', 'a']
print(dynamic.foo, dir(dynamic), dir(m))
starting = types.ModuleType('starting')
starting.__spec__ = types.SimpleNamespace(_initializing=True, name='starting')
waiting = types.ModuleType('waiting')
waiting.__spec__ = types.SimpleNamespace(_initializing=False, name='waiting', _uninitialized_submodules=['sub'])
named = types.ModuleType('named')
named.__file__ = 'x.py'
print(named)

class Sub(types.ModuleType):
    x = 5
    @property
    def y(self): return 6
s = Sub('s')
print(s, s.x, s.y, m.__annotations__)
m.__annotations__ = {'a': int}
print(m.__annotations__, m.__annotate__)
for action in (lambda: m.x, lambda: starting.x, lambda: waiting.sub, lambda: waiting.x, lambda: types.ModuleType(),
               lambda: types.ModuleType(1), lambda: setattr(m, '__dict__', {}), lambda: delattr(m, 'zzz'),
               lambda: setattr(m, '__annotate__', 5), lambda: types.ModuleType.__new__(types.ModuleType).x, lambda: m()):
    try:
        action()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
