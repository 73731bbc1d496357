"""Where modules come from: specs, and loaders for each kind of module."""

import sys

SOURCE_SUFFIXES = ['.py']
DEBUG_BYTECODE_SUFFIXES = ['.pyc']
OPTIMIZED_BYTECODE_SUFFIXES = ['.pyc']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of files that may hold modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it is loaded: its name, who loads it, where it comes from."""

    cached = None

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False

    @property
    def parent(self):
        """The package that relative imports in the module start from."""
        if self.submodule_search_locations is not None:
            return self.name
        return self.name.rpartition('.')[0]

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{type(self).__name__}({", ".join(parts)})'

    def __eq__(self, other):
        try:
            return all(getattr(self, name) == getattr(other, name) for name in
                       ('name', 'loader', 'origin', 'submodule_search_locations', 'cached', 'has_location'))
        except AttributeError:
            return NotImplemented

    __hash__ = None


class _Loader:
    """Modules are made by the import system; a loader fills them."""

    def create_module(self, spec):
        return None

    def load_module(self, name):
        from importlib.util import _load, spec_from_loader
        return _load(spec_from_loader(name, self))


class _SourceLoader(_Loader):
    """Loaders that have a source."""

    def get_source(self, name):
        from importlib.util import decode_source
        return decode_source(self.get_data(self.get_filename(name)))

    def get_code(self, name):
        path = self.get_filename(name)
        return self.source_to_code(self.get_data(path), path)

    @staticmethod
    def source_to_code(data, path='<string>'):
        return compile(data, path, 'exec', dont_inherit=True)

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)


class SourceFileLoader(_SourceLoader):
    """Loads a module from a file with its source."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def _check(self, name):
        if name is not None and name != self.name:
            raise ImportError(f'loader for {self.name} cannot handle {name}', name=name)

    def get_filename(self, name=None):
        self._check(name)
        return self.path

    def is_package(self, name):
        return self.path.rpartition('/')[2].rpartition('.')[0] == '__init__' and not name.endswith('.__init__')

    def get_data(self, path):
        """The bytes of a file; those of the library inside the binary have paths, too."""
        if path.startswith('<stdlib>/'):
            from _inspect import library_source
            text = library_source(path)
            if text is None:
                raise FileNotFoundError(2, 'No such file or directory', path)
            return text.encode()
        with open(path, 'rb') as file:
            return file.read()

    def path_stats(self, path):
        import os
        found = os.stat(path)
        return {'mtime': found.st_mtime, 'size': found.st_size}


class NamespaceLoader(_Loader):
    """For packages without an __init__ file."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def exec_module(self, module):
        pass


class BuiltinImporter(_Loader):
    """The native modules."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if path is None and fullname in sys.builtin_module_names:
            return ModuleSpec(fullname, cls, origin='built-in')

    @staticmethod
    def create_module(spec):
        return __import__(spec.name)

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def is_package(cls, fullname):
        return False

    @classmethod
    def get_code(cls, fullname):
        return None

    @classmethod
    def get_source(cls, fullname):
        return None


def _file_spec(name, file, folder=None):
    """The spec of a module in that file; of a package when its folder is given."""
    spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file, is_package=folder is not None)
    spec.has_location = True
    if folder is not None:
        spec.submodule_search_locations.append(folder)
    return spec


class PathFinder:
    """The folders of sys.path, or of a package's __path__; then the library inside the binary."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        import os
        tail, portions = fullname.rpartition('.')[2], []
        for folder in sys.path if path is None else path:
            if not isinstance(folder, str):
                continue
            base = os.path.join(folder or os.getcwd(), tail)
            if os.path.isfile(os.path.join(base, '__init__.py')):
                return _file_spec(fullname, os.path.join(base, '__init__.py'), base)
            if os.path.isfile(base + '.py'):
                return _file_spec(fullname, base + '.py')
            if os.path.isdir(base):
                portions.append(base)
        found = cls._library_spec(fullname)
        if found is None and portions:
            found = ModuleSpec(fullname, NamespaceLoader(fullname, portions), is_package=True)
            found.submodule_search_locations = portions
        return found

    @staticmethod
    def _library_spec(name):
        from _inspect import library_source
        path = '<stdlib>/' + name.replace('.', '/')
        for file, folder in (path + '/__init__.py', path), (path + '.py', None):
            if library_source(file) is not None:
                return _file_spec(name, file, folder)

    @staticmethod
    def invalidate_caches():
        pass


class FileFinder:
    """Finds modules in one folder."""

    def __init__(self, path, *loader_details):
        self.path = path or '.'

    def find_spec(self, fullname, target=None):
        return PathFinder.find_spec(fullname, [self.path])

    def invalidate_caches(self):
        pass

    def __repr__(self):
        return f'FileFinder({self.path!r})'
