# __build_class__ called by hand.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

def body(): x = 1
t(lambda: __build_class__(), lambda: __build_class__(1, 'C'), lambda: __build_class__(body, 5), lambda: __build_class__(body, 'C').__name__, lambda: __build_class__(body, 'C', int).__mro__[1], lambda: __build_class__(body, 'C', metaclass=5), lambda: __build_class__(body, 'C', metaclass=lambda n, b, d, **k: (n, b, k), z=1), lambda: __build_class__(body, 'C', 5), lambda: __build_class__(body, 'C', int, str), lambda: __build_class__(body, 'C', bool))
class M(type):
    @classmethod
    def __prepare__(cls, name, bases, **k): print('prepare', name, bases, k); return {'added': 1}
    def __new__(cls, name, bases, ns, **k): return super().__new__(cls, name, bases, ns)
    def __init__(self, *a, **k): pass
class N(type): pass
t(lambda: __build_class__(body, 'C', metaclass=M, key=2).added)
class A(metaclass=M): pass
class B(metaclass=N): pass
t(lambda: __build_class__(body, 'C', A, B), lambda: __build_class__(body, 'C', metaclass=type('P', (), {'__prepare__': lambda *a: 5})))
