# iterator.__reduce__ looks builtins.iter up, which may run code that exhausts the iterator.
import builtins
def run(it):
    it0 = it
    class S:
        def __hash__(s): return hash('iter')
        def __eq__(s, o): list(it0); return o == 'iter'
    orig = builtins.iter
    del builtins.__dict__['iter']
    builtins.__dict__[S()] = orig
    try: return it.__reduce__()
    finally:
        it = None
        del builtins.__dict__['iter']
        builtins.iter = orig
class Q:
    def __getitem__(s, i):
        if i > 3: raise IndexError
        return i
for x in (lambda: 'xy'*2, lambda: '\u1234'*3, lambda: bytes(8), lambda: bytearray(8), lambda: (1,2,3), lambda: [1,2,3], lambda: Q(), lambda: {1:2, 3:4}, lambda: {1,2}, lambda: range(3), lambda: range(1<<70, (1<<70)+2)):
    print(run(iter(x())))
