# importlib.util: specs of modules and files, modules made by hand, names
import importlib.util
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader

util = importlib.util


def show(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


here = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'data')
sys.path.insert(0, here)
for name in 'plugins', 'plugins.one', 'plugins.inner':
    spec = util.find_spec(name)
    print(spec.name, spec.parent, os.path.relpath(spec.origin, here), spec.has_location, type(spec.loader).__name__,
          spec.submodule_search_locations and [os.path.relpath(p, here) for p in spec.submodule_search_locations])
print('plugins.one' in sys.modules, 'plugins' in sys.modules)
show(lambda: util.find_spec('plugins.two'))
show(lambda: util.find_spec('no_such_module'))
show(lambda: util.find_spec('plugins.one.deeper'))
show(lambda: util.find_spec('.one', 'plugins').name)
show(lambda: util.find_spec('math').origin)
show(lambda: util.find_spec('sys').name)
show(lambda: util.find_spec('__main__'))
spec = util.spec_from_file_location('anything', os.path.join(here, 'plugins', '__init__.py'))
module = util.module_from_spec(spec)
print(module.__name__, module.__package__, hasattr(module, 'name'), module.__spec__ is spec, 'anything' in sys.modules)
spec.loader.exec_module(module)
print(module.name, len(module.__path__))
show(lambda: util.spec_from_file_location('data', 'data.txt'))
show(lambda: spec.loader.get_source('anything'))
show(lambda: spec.loader.is_package('anything'))
show(lambda: spec.loader.get_filename('other'))
for args in [('a', None), ('.a', 'p'), ('..a', 'p.q'), ('.', 'p.q'), ('..', 'p.q'), ('...a', 'p.q'), ('.a', '')]:
    show(lambda: util.resolve_name(*args))


class Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.answer = 42


spec = util.spec_from_loader('made', Loader())
print(spec.name, spec.origin, spec.parent, spec.submodule_search_locations, spec.has_location)
module = util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.answer, module.__loader__ is spec.loader)
print(ModuleSpec('a', None), ModuleSpec('a', 3, origin='x', is_package=True), ModuleSpec('a', 1) == ModuleSpec('a', 1))
print(util.decode_source(b'# coding: latin-1\r\nx = "\xe9"\r'), repr(util.decode_source(b'\xef\xbb\xbfa\r\n')))
