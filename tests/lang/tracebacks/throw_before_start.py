# An exception that is thrown into a generator before its start is raised at its def line.
import traceback
def outer():
    def g():
        x = 1 / 0
        yield
    return g
for o in (outer()(), (i for i in 'ab')):
    try: o.throw(KeyError('k'))
    except KeyError as e: print([(t.name, t.lineno - outer.__code__.co_firstlineno) for t in traceback.extract_tb(e.__traceback__)]); print(traceback.format_tb(e.__traceback__)[1].split('\n')[1:])
class S(str): pass
print(type(S('sub') % {}), type(S('sub') % ()), type(S('s%%') % ()))
