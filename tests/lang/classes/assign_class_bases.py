# __class__ and __bases__ assignment.
class A:
    def who(self): return 'A'
class B:
    def who(self): return 'B'
class S: __slots__ = ('a',)
class T: __slots__ = ('a',)
a = A()
a.x = 1
a.y = 2
a.__class__ = B
a.z = 3
print(a.who(), a.x, a.__dict__, type(a).__name__)
s = S(); s.a = 1; s.__class__ = T; print(s.a, type(s).__name__)

def refuse(f):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
refuse(lambda: setattr(a, '__class__', 1))
refuse(lambda: setattr(a, '__class__', int))
refuse(lambda: setattr(1, '__class__', A))
refuse(lambda: setattr(a, '__class__', S))
refuse(lambda: delattr(a, '__class__'))

class X: v = 'X'
class Y: v = 'Y'
class Z(X): pass
class W(Z): pass
w = W()
print(w.v, Z.__base__)
Z.__bases__ = (Y,)
print(w.v, [c.__name__ for c in W.__mro__], X.__subclasses__(), [c.__name__ for c in Y.__subclasses__()])
Z.__bases__ = (Y, X)
print([c.__name__ for c in W.__mro__])
for value in (1, (), (1,), (int,), (W,), (Z,), (X, X)):
    refuse(lambda: setattr(Z, '__bases__', value))
refuse(lambda: delattr(Z, '__bases__'))
refuse(lambda: setattr(int, '__bases__', (object,)))
print([c.__name__ for c in W.__mro__], w.v)
Y.__len__ = lambda self: 11
print(len(w))
