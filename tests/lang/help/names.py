# help() with a name: dotted names of modules and built-ins, what is not found, instances without a docstring.
import sys, types
m = types.ModuleType('made', 'A made module.\n\nWith more text.')
exec('''
__all__ = ['f', 'K', 'number']
__version__ = '1.0'
__author__ = 'Nobody'
number = 3
text = 'not shown'
def f(a, b=2):
    "The function."
class K:
    "The class."
    __slots__ = ()
    def m(self): "A method."
class L(K):
    "Below it."
    __slots__ = ()
''', vars(m))
m.__file__ = '/made.py'
sys.modules['made'] = m
m.__all__.append('L')
help('made')
help('made.K.m')
help('made.f')
help(' made.K ')
for name in ('nosuch', 'made.nosuch', 'nosuch.x'):
    help(name)
help(m.K())
