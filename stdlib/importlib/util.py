"""Finding and loading modules step by step."""

import sys
from importlib.machinery import BuiltinImporter, ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

__all__ = ['LazyLoader', 'Loader', 'MAGIC_NUMBER', 'cache_from_source', 'decode_source', 'find_spec', 'module_from_spec',
           'resolve_name', 'source_from_cache', 'source_hash', 'spec_from_file_location', 'spec_from_loader']

from importlib.abc import Loader

MAGIC_NUMBER = b'ouro'  # there is no compiled form on disk
_unknown = object()


def resolve_name(name, package):
    """The absolute name of what may be relative to a package."""
    rest = name.lstrip('.')
    level = len(name) - len(rest)
    if not level:
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{rest}' if rest else parts[0]


def decode_source(source_bytes):
    """The text of a source: its own encoding, \\n for every line end."""
    import io
    encoding, skip = 'utf-8', 0
    if source_bytes.startswith(b'\xef\xbb\xbf'):
        skip = 3
    import re
    for line in source_bytes[skip:].split(b'\n', 2)[:2]:
        if found := re.match(rb'[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line):
            encoding = found[1].decode()
            break
        if not re.match(rb'[ \t\f]*(?:#.*)?\r?$', line):
            break
    return io.IncrementalNewlineDecoder(None, True).decode(source_bytes[skip:].decode(encoding))


def _search(name, path, target=None):
    """The spec of a module by all finders, or None."""
    for finder in sys.meta_path:
        spec = finder.find_spec(name, path, target)
        if spec is not None:
            return spec
    return BuiltinImporter.find_spec(name, path) or PathFinder.find_spec(name, path)


def _spec_of(module, name):
    """The spec of a module that is there."""
    spec = getattr(module, '__spec__', None)
    if spec is None and name in sys.builtin_module_names:
        spec = BuiltinImporter.find_spec(name)
    if spec is None:
        raise ValueError(f'{name}.__spec__ is None' if hasattr(module, '__spec__') else f'{name}.__spec__ is not set')
    if isinstance(spec, ModuleSpec) or not hasattr(spec, 'loader_state'):
        return spec
    # the import system's own note of it
    full = ModuleSpec(spec.name, spec.loader, origin=spec.origin)
    full.submodule_search_locations = spec.submodule_search_locations
    full.has_location = spec.has_location
    if full.loader is None and spec.origin:
        full.loader = SourceFileLoader(spec.name, spec.origin)
    return full


def find_spec(name, package=None):
    """The spec of a module, which is not loaded; the packages that it is in are. None: there is no such module."""
    absolute = resolve_name(name, package)
    there = sys.modules.get(absolute, _unknown)
    if there is not _unknown:
        return None if there is None else _spec_of(there, absolute)
    parent, _, tail = absolute.rpartition('.')
    if not parent:
        return _search(tail, None)
    try:
        folders = __import__(parent, fromlist=['__path__']).__path__
    except AttributeError as error:
        raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying to find {absolute!r}',
                                  name=absolute) from error
    return _search(absolute, folders)


def _is_package(loader, name):
    """What the loader says, if it says anything."""
    try:
        return bool(loader.is_package(name))
    except (AttributeError, ImportError):
        return False


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The spec of a module that `loader` loads."""
    known = origin or getattr(loader, '_ORIGIN', None)
    if known is None and hasattr(loader, 'get_filename'):
        places = _unknown if is_package is None else [] if is_package else None
        return spec_from_file_location(name, loader=loader, submodule_search_locations=places)
    package = _is_package(loader, name) if is_package is None else is_package
    return ModuleSpec(name, loader, origin=known, is_package=package)


def _location_by_loader(loader, name):
    ask = getattr(loader, 'get_filename', None)
    try:
        return ask(name) if ask else '<unknown>'
    except ImportError:
        return '<unknown>'


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_unknown):
    """The spec of a module in a file, wherever that is. None for files that no loader knows."""
    import os
    file = _location_by_loader(loader, name) if location is None else os.path.abspath(os.fspath(location))
    if loader is None:
        if not file.endswith('.py'):
            return None
        loader = SourceFileLoader(name, file)
    folders = submodule_search_locations
    if folders is _unknown:
        folders = [] if _is_package(loader, name) else None
    if folders == []:
        folders.append(os.path.dirname(file))
    spec = ModuleSpec(name, loader, origin=file)
    spec.has_location = True
    spec.submodule_search_locations = folders
    return spec


def module_from_spec(spec):
    """A new module for a spec, which its loader has not filled yet."""
    create = getattr(spec.loader, 'create_module', None)
    if create is None and hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    module = create and create(spec)
    if module is None:
        module = ModuleType(spec.name)
    values = {'__name__': spec.name, '__loader__': spec.loader, '__package__': spec.parent, '__spec__': spec}
    if spec.submodule_search_locations is not None:
        values['__path__'] = spec.submodule_search_locations
    if spec.has_location:
        values['__file__'] = spec.origin
    for name, value in values.items():
        if getattr(module, name, None) is None or name == '__spec__':
            try:
                setattr(module, name, value)
            except AttributeError:
                pass
    return module


def _load(spec):
    """The module of a spec, loaded, as sys.modules has it then."""
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        return spec.loader.load_module(spec.name)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        if spec.loader is not None:
            spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(spec.name, None)
        raise
    return sys.modules[spec.name]


def _load_by_finders(name, path):
    """What the finders in sys.meta_path make of a name: for the import system. None: they do not know it."""
    for finder in list(sys.meta_path):
        find = getattr(finder, 'find_spec', None)
        spec = find(name, path, None) if find else None
        if spec is not None:
            return _load(spec)


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where a compiled form would be: there is none."""
    raise NotImplementedError('sys.implementation.cache_tag is None')


def source_from_cache(path):
    """The source of a compiled form: there is none."""
    raise NotImplementedError('sys.implementation.cache_tag is None')


def source_hash(source_bytes):
    """A hash of a source."""
    return hash(source_bytes).to_bytes(8, 'little', signed=True)


class _LazyModule(ModuleType):
    """A module that is loaded when an attribute is asked for."""

    def __getattribute__(self, name):
        spec = object.__getattribute__(self, '__spec__')
        self.__class__ = ModuleType
        spec.loader.exec_module(self)
        return getattr(self, name)

    def __delattr__(self, name):
        getattr(self, name)
        delattr(self, name)


class LazyLoader(Loader):
    """Makes another loader wait until the module is used."""

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self.loader
        module.__class__ = _LazyModule
