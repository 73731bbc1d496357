"""Importing by name, and the parts of the import system that programs take hold of: machinery, util, abc.

The search itself is native: sys.modules, the finders that a program has put into sys.meta_path, native modules, the
folders of sys.path, the library inside the binary.
"""

import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__
_reloading = {}


def invalidate_caches():
    """Nothing is remembered between imports; finders of the program are told."""
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def import_module(name, package=None):
    """Imports a module and returns it; a name that begins with dots is relative to `package`."""
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        from importlib.util import resolve_name
        name = resolve_name(name, package)
    elif not isinstance(name, str):
        raise TypeError(f'module name must be str, not {type(name)}')
    __import__(name)
    return sys.modules[name]


def _name_of(module):
    spec = getattr(module, '__spec__', None)
    name = getattr(spec or module, 'name' if spec else '__name__', None)
    if name is None:
        raise TypeError('reload() argument must be a module')
    return name


def reload(module):
    """Runs a module's source again, in the same module."""
    name = _name_of(module)
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    if name in _reloading:  # its own body asks
        return _reloading[name]
    _reloading[name] = module
    try:
        _run_again(module, name)
        return sys.modules[name]
    finally:
        del _reloading[name]


def _run_again(module, name):
    from importlib.util import _search
    package, folders = name.rpartition('.')[0], None
    if package:
        if package not in sys.modules:
            raise ImportError(f'parent {package!r} not in sys.modules', name=package)
        folders = sys.modules[package].__path__
    module.__spec__ = found = _search(name, folders, module)
    if found is None:
        raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
    if found.loader:
        found.loader.exec_module(module)
