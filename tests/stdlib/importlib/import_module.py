# importlib: import_module with relative names, reload, errors
import importlib
import sys


def show(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: importlib.import_module('importlib.plugins') if False else importlib.import_module('json').__name__)
sys.path.insert(0, __file__.rpartition('/')[0] + '/data')
one = importlib.import_module('plugins.one')
print(one.__name__, one.loaded, one.name)
show(lambda: importlib.import_module('.one', 'plugins') is one)
show(lambda: importlib.import_module('..one', 'plugins.inner') is one)
show(lambda: importlib.import_module('.one'))
show(lambda: importlib.import_module('...one', 'plugins'))
show(lambda: importlib.import_module('plugins.two'))
show(lambda: importlib.import_module('no_such_module_at_all'))
show(lambda: importlib.import_module(''))
show(lambda: importlib.import_module(3))
print(importlib.reload(one) is one, one.loaded, importlib.reload(one).loaded)
show(lambda: importlib.reload(3))
del sys.modules['plugins.one']
show(lambda: importlib.reload(one))
show(lambda: importlib.import_module('plugins.one') is one)
show(lambda: importlib.__import__('plugins.inner').__name__)
show(importlib.invalidate_caches)
