# eval and exec with namespaces.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

g = {'x': 1}
t(lambda: eval('x + 1', g), lambda: eval('x + y', {'x': 1}, {'y': 2}), lambda: eval('  7 '), lambda: eval('nosuch'), lambda: eval('1', 5), lambda: eval('1', {}, 5), lambda: eval(5), lambda: eval('1;2'), lambda: eval('x', {}, {'x': 9}), lambda: eval(source='1'), lambda: eval('x', globals={'x': 3}), lambda: eval('x', globals=None, locals={'x': 8}))
t(lambda: exec('y = x + 1', g), lambda: g['y'], lambda: exec('raise KeyError(1)'), lambda: exec('def f(): return z', d := {'z': 5}), lambda: d['f'](), lambda: exec('a = 1', {}, m := {}), lambda: m, lambda: exec('1', g, 5), lambda: exec(3), lambda: '__builtins__' in g)
class Map:
    def __getitem__(self, k): return k * 2
t(lambda: eval('abc', {}, Map()), lambda: eval('len', {'__builtins__': {}}), lambda: exec('import os', {'__builtins__': {}}))
def closure():
    x = 5
    def f(): return x
    return f
t(lambda: eval(closure().__code__), lambda: exec(closure().__code__), lambda: exec(closure().__code__, closure=closure().__closure__), lambda: exec(closure().__code__, closure=()), lambda: exec('1', closure=()))
