# Texts of AttributeError and TypeError for attributes, and what the exception remembers.
class A:
    x = 1
class S:
    __slots__ = ('a',)

def show(f):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e, getattr(e, 'name', None), type(getattr(e, 'obj', None)).__name__)

show(lambda: A.y)
show(lambda: A().y)
show(lambda: delattr(A, 'y'))
show(lambda: delattr(A(), 'x'))
show(lambda: S().a)
show(lambda: S().b)
show(lambda: setattr(S(), 'b', 1))
show(lambda: delattr(S(), 'a'))
show(lambda: setattr(int, 'x', 1))
show(lambda: setattr(1, 'x', 1))
show(lambda: setattr(1, 'real', 1))
show(lambda: setattr([], 'append', 1))
show(lambda: setattr(object(), 'x', 1))
show(lambda: delattr(1, 'bit_length'))
show(lambda: setattr(S(), '__dict__', {}))
show(lambda: getattr(None, 'x'))
show(lambda: getattr(A(), 1))
show(lambda: setattr(A(), 1, 1))
show(lambda: A.__dict__.__setitem__('x', 1))
