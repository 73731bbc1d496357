# warnings: filters, catching, deprecated(), formats, and what is refused.
import warnings

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    warnings.warn('one')
    warnings.warn('two', DeprecationWarning)
    warnings.warn(UserWarning('three', 3))
    warnings.warn_explicit('four', SyntaxWarning, 'f.py', 7)
print([(str(w.message), w.category.__name__) for w in seen], seen[-1].filename, seen[-1].lineno)
with warnings.catch_warnings(record=True) as seen:
    warnings.resetwarnings()
    warnings.filterwarnings('ignore', 'skip.*')
    warnings.filterwarnings('error', category=RuntimeWarning)
    warnings.warn('Skip this')
    warnings.warn('shown')
    try:
        warnings.warn('raised', RuntimeWarning)
    except RuntimeWarning as e:
        print('raised:', e)
print([str(w.message) for w in seen])


@warnings.deprecated('use new()')
def old():
    return 1


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(old(), old.__deprecated__, seen[0].message, seen[0].category.__name__)
print(warnings.formatwarning('text', UserWarning, 'nofile.py', 3, 'the line'))
with warnings.catch_warnings(action='error'):
    try:
        warnings.warn('as error')
    except UserWarning as e:
        print('error', e)
for call in (lambda: warnings.warn('x', int), lambda: warnings.warn('x', 'y'), lambda: warnings.simplefilter('nonsense'),
             lambda: warnings.filterwarnings('ignore', 5), lambda: warnings.filterwarnings('ignore', lineno=-1),
             lambda: warnings.filterwarnings('ignore', category=int), lambda: warnings.deprecated(5), lambda: warnings.catch_warnings(5),
             lambda: warnings.warn('x', stacklevel='y')):
    try:
        print(call())
    except (TypeError, ValueError, AssertionError) as e:
        print(type(e).__name__, e)
