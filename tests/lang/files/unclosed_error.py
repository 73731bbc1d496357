# a ResourceWarning that is an error, in the deallocation of a file: what sys.unraisablehook hears
import sys
import warnings

sys.unraisablehook = lambda u: print(u.err_msg.replace(__file__, 'FILE'), '|', type(u.exc_value).__name__, u.object)
warnings.simplefilter('error', ResourceWarning)
open(__file__)
f = open(__file__, 'rb')
del f
f = open(__file__, 'rb', buffering=0)
f = None
print('end')
