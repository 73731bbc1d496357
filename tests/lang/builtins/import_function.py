# __import__: its errors, and the warning about a package that cannot be told.
import warnings
warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as w:
    try: __import__('', {'__package__': None, '__spec__': None, '__name__': '__main__'}, {}, ('foo',), 1)
    except ImportError as e: print(e, [str(x.message) for x in w], [x.category for x in w])
for args in (('', {'__package__': 'x'}, {}, ('foo',), 1), ('a', {'__package__': 3}, {}, (), 1), ('a', {}, {}, (), 1), ('os', None, None, 'path', -1), (3,), ('',), ('os', {}, {}, (), 'x'), ('a', {'__package__': '', '__name__':'b'}, {}, (), 1),('a', None, {}, (), 1),('nosuch.x',), ('os.nosuch',), ('sys.nosuch',), ('a', {'__name__':5}, {}, (), 1), ('a', {'__name__':'os', '__path__':[]}, {}, (), 1), ('a', {'__name__':'nopkg.x'}, {}, (), 1), ('a', {'__name__':'nopkg.x'}, {}, (), 3)):
    with warnings.catch_warnings(record=True) as w:
        try: print(__import__(*args))
        except Exception as e: print(type(e).__name__, e, [str(x.message) for x in w])
