# Attributes of classes: names, module, doc, annotations; which can be set.
class A:
    "doc"
    x: int
    y: 'str' = 1
print(A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__annotations__, A.__bases__, A.__base__, A.__type_params__)
print(list(A.__dict__), type(A.__dict__).__name__)
A.__name__ = 'B'; print(A, A.__name__, A.__qualname__)
A.__qualname__ = 'C.D'; print(A)
A.__module__ = 'm'; print(A, '__firstlineno__' in A.__dict__)
A.__doc__ = 5; print(A.__doc__)
A.__annotations__ = {'z': 1}; print(A.__annotations__, A.__annotate__)
del A.__annotations__; print(A.__annotations__)
A.__annotate__ = lambda fmt: {'w': fmt}; print(A.__annotations__)
A.__type_params__ = (1,); print(A.__type_params__)

def refuse(f):
    try:
        f()
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
for name, value in (('__name__', 1), ('__name__', 'a\0'), ('__qualname__', 1), ('__mro__', ()), ('__dict__', {}),
                    ('__annotate__', 1), ('__base__', int), ('__subclasses__', 1)):
    refuse(lambda: setattr(A, name, value))
for name in ('__name__', '__qualname__', '__module__', '__doc__', '__bases__', '__annotate__', '__abstractmethods__',
             '__type_params__', '__mro__'):
    refuse(lambda: delattr(A, name))
for name in ('__name__', '__doc__', '__module__', '__qualname__', '__annotations__', '__abstractmethods__'):
    refuse(lambda: setattr(int, name, 'x'))
refuse(lambda: int.__annotations__)
refuse(lambda: type.__init__(A, 1, 2))
print(int.__module__, int.__qualname__, type.__base__, object.__base__, object.__bases__, bool.__mro__)
print(type('N', (), {}).__module__, type('N', (), {'__module__': 'k'}), type('N', (A,), {'__doc__': 'd'}).__doc__)
