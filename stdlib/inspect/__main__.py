"""python -m inspect MODULE[:NAME]: prints the source of a module or of what is in it; --details: where it stands."""
import argparse
import sys

import inspect

parser = argparse.ArgumentParser(color=True)
parser.add_argument('object', help="The object to be analysed. It supports the 'module:qualname' syntax")
parser.add_argument('-d', '--details', action='store_true',
                    help='Display info about the module rather than its source code')
options = parser.parse_args()
name, _, path = options.object.partition(':')
try:
    target = module = __import__(name, fromlist=['*'])
except Exception as error:
    sys.exit(f'Failed to import {name} ({type(error).__name__}: {error})')
for part in path.split('.') if path else ():
    target = getattr(target, part)
if name in sys.builtin_module_names and not hasattr(module, '__file__'):
    sys.exit("Can't get info for builtin modules.")
if not options.details:
    print(inspect.getsource(target))
else:
    print('Target:', options.object)
    print('Origin:', inspect.getsourcefile(module))
    print('Cached:', None)
    if target is module:
        print('Loader:', repr(module.__loader__))
        if hasattr(module, '__path__'):
            print('Submodule search path:', module.__path__)
    else:
        print('Line:', inspect.findsource(target)[1])
    print()
