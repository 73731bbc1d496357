# sys.meta_path: a finder of the program makes modules; errors in its loader
import importlib.abc
import importlib.util
import sys


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path, target=None):
        if fullname.startswith('virtual'):
            print('asked for', fullname, path)
            return importlib.util.spec_from_loader(fullname, self, is_package=fullname == 'virtual')

    def exec_module(self, module):
        if module.__name__.endswith('broken'):
            raise RuntimeError('broken body')
        module.here = module.__name__


finder = Finder()
sys.meta_path.append(finder)
import virtual.sub
from virtual.sub import here
print(virtual.here, virtual.sub.here, here, virtual.__path__)
import virtual
try:
    import virtual.broken
except RuntimeError as e:
    print(e, 'virtual.broken' in sys.modules)
try:
    import other_virtual
except ModuleNotFoundError as e:
    print(e)
import textwrap
print(textwrap.dedent('  x'))
sys.meta_path.remove(finder)
try:
    import virtual.late
except ModuleNotFoundError as e:
    print(e)
print(issubclass(importlib.machinery.SourceFileLoader, importlib.abc.SourceLoader))
