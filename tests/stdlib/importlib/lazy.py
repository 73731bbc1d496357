# importlib.util.LazyLoader: the module's body runs when an attribute is asked for
import importlib.util
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'data'))
spec = importlib.util.find_spec('plugins.one')
spec.loader = importlib.util.LazyLoader(spec.loader)
module = importlib.util.module_from_spec(spec)
sys.modules['plugins.one'] = module
spec.loader.exec_module(module)
print('loaded' in object.__getattribute__(module, '__dict__'))
print(module.loaded, type(module).__name__)
try:
    importlib.util.LazyLoader(object())
except TypeError as e:
    print(e)
