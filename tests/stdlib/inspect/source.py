# The source of functions, classes and lambdas; comments and docstrings
import inspect

def simple(a):
    return a  # the end

def decorator(*args, **kw):
    return lambda f: f

# A comment
# in two lines.
@decorator(1, lambda: 2)
@decorator(
    key=3)
async def decorated(a,
                    b=(1, 2)):
    """Doc with 'quotes'
not indented."""
    if a:
        def inner():
            return 'def x():'

        return inner
    # belongs to it

# belongs to the next
class Outer:
    """First line.

        Indented.
    Not indented.
    """
    x = 1
    class Inner(dict, metaclass=type): y = [
        2,
    ]

    def method(self): return 5; z = 6
    two = (lambda self: [self,
                         1]), 3

add = lambda a, b: \
    a + b

for o in simple, decorated, decorated.__code__, Outer, Outer.Inner, Outer.method, Outer.two[0], add:
    lines, first = inspect.getsourcelines(o)
    print(first, repr(inspect.getcomments(o)))
    print(''.join(lines), end='---\n')
print(inspect.getdoc(Outer))
print(repr(inspect.cleandoc('  a\n    b\n\n      c\n')), inspect.indentsize('\t  x'))
print(inspect.getsourcefile(simple).rpartition('/')[2], inspect.getfile(Outer).rpartition('/')[2])
print(inspect.getmodule(simple).__name__, inspect.getmodulename('/a/b/name.py'), inspect.getmodulename('/a/b'))
made = {}
exec('def f(): pass\nclass D: pass', made)
for o in len, int, made['f'], 3:
    try:
        inspect.getsource(o)
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
