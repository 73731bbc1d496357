# The decorator for what should no longer be used.
import warnings
warnings.showwarning = lambda message, category, *rest: print('  ', category.__name__, message)
warnings.simplefilter('always')

@warnings.deprecated('use new()')
def old(x):
    'doc of old'
    return x

print(old(3), old.__deprecated__, old.__name__, old.__doc__)

@warnings.deprecated('use New', category=FutureWarning)
class Old:
    def __init__(self, *args): self.args = args
    def __init_subclass__(cls, **kwargs): print('subclass', kwargs)

    @staticmethod
    @warnings.deprecated('static')
    def s(): return 's'

    @warnings.deprecated('method')
    def m(self): return 'm'

print(Old(1, 2).args)
class Sub(Old, flag=1): pass
print(Sub(3).args, Old().m(), Old.s())

@warnings.deprecated('quiet', category=None)
def quiet(): return 'quiet'
print(quiet(), quiet.__deprecated__)

@warnings.deprecated('plain')
class Plain: pass
for bad in (lambda: Plain(1), lambda: warnings.deprecated(5), lambda: warnings.deprecated('x')(5)):
    try:
        bad()
    except TypeError as e:
        print(e)
