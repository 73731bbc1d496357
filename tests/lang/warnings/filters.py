# Which warnings are shown, and how often.
import sys
import warnings

def show(message, category, filename, lineno, file=None, line=None):
    print('shown:', message, category.__name__)
warnings.showwarning = show

for _ in range(3):
    warnings.warn('once for a line')
warnings.warn('deprecated here', DeprecationWarning)
warnings.warn('nobody sees', ImportWarning)
warnings.simplefilter('always')
for _ in range(2):
    warnings.warn('always')
warnings.simplefilter('error', FutureWarning)
for warn in (lambda: warnings.warn('err', FutureWarning), lambda: warnings.warn(FutureWarning('inst')),
             lambda: warnings.warn('x', int), lambda: warnings.warn(), lambda: warnings.warn('x', skip_file_prefixes='a'),
             lambda: warnings.simplefilter('zork'), lambda: warnings.simplefilter('error', lineno=-1),
             lambda: warnings.filterwarnings('error', 5)):
    try:
        warn()
    except Exception as e:
        print(type(e).__name__, e)
warnings.resetwarnings()
warnings.simplefilter('once')
for _ in range(2): warnings.warn('only once')
warnings.warn('only once')
warnings.simplefilter('module')
warnings.warn('per module'); warnings.warn('per module')
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.warn('logged')
    ~True
print([(str(w.message)[:20], w.category.__name__, w.lineno) for w in log])
print(warnings.filters[0][0], warnings.formatwarning('m', UserWarning, 'fn', 3, 'the line'), end='')
warnings.filters.insert(0, ('bogus', None, Warning, None, 0))
try:
    warnings.warn('z')
except RuntimeError as e:
    print(e)
