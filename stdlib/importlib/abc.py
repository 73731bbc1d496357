"""What finders and loaders can do, as abstract classes."""

import abc

from importlib import machinery

__all__ = ['ExecutionLoader', 'FileLoader', 'InspectLoader', 'Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader',
           'SourceLoader']


class Loader(metaclass=abc.ABCMeta):
    """Fills modules: create_module() and exec_module()."""

    def create_module(self, spec):
        """A module, or None for an ordinary one."""
        return None

    def load_module(self, fullname):
        """Loads a module, the old way."""
        if not hasattr(self, 'exec_module'):
            raise ImportError
        from importlib.util import _load, spec_from_loader
        return _load(spec_from_loader(fullname, self))


class MetaPathFinder(metaclass=abc.ABCMeta):
    """An entry of sys.meta_path: find_spec(fullname, path, target=None)."""

    def invalidate_caches(self):
        """Forget what was found."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Searches one folder: find_spec(fullname, target=None)."""

    def invalidate_caches(self):
        """Forget what was found."""


class ResourceLoader(Loader):
    """A loader that reads files beside its modules."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes at a path."""
        raise OSError


class InspectLoader(Loader):
    """A loader that shows source and code."""

    def is_package(self, fullname):
        """Whether the module is a package."""
        raise ImportError

    def get_code(self, fullname):
        """The module's code, or None."""
        text = self.get_source(fullname)
        return text if text is None else self.source_to_code(text)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The module's source, or None."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        """The code of a source."""
        return compile(data, path, 'exec', dont_inherit=True)

    def exec_module(self, module):
        """Runs the module's code in it."""
        body = self.get_code(module.__name__)
        if body is None:
            raise ImportError(f'cannot load module {module.__name__!r} when get_code() returns None')
        exec(body, vars(module))


class ExecutionLoader(InspectLoader):
    """A loader that knows where its modules are."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """The module's __file__."""
        raise ImportError

    def get_code(self, fullname):
        text = self.get_source(fullname)
        if text is None:
            return None
        try:
            where = [self.get_filename(fullname)]
        except ImportError:
            where = []
        return self.source_to_code(text, *where)


class SourceLoader(ResourceLoader, ExecutionLoader):
    """A loader of sources: get_data() and get_filename() are enough."""

    def path_mtime(self, path):
        """When the source was changed."""
        return int(self.path_stats(path)['mtime'])

    def path_stats(self, path):
        """What is known of the source's file."""
        return {'mtime': self.path_mtime(path)}

    def is_package(self, fullname):
        name = self.get_filename(fullname).rpartition('/')[2]
        return name.rpartition('.')[0] == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def get_source(self, fullname):
        from importlib.util import decode_source
        return decode_source(self.get_data(self.get_filename(fullname)))


class FileLoader(ResourceLoader, ExecutionLoader):
    """A loader of one file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()


for _base, *_classes in (
        (MetaPathFinder, machinery.BuiltinImporter, machinery.PathFinder), (PathEntryFinder, machinery.FileFinder),
        (InspectLoader, machinery.BuiltinImporter), (SourceLoader, machinery.SourceFileLoader),
        (FileLoader, machinery.SourceFileLoader), (InspectLoader, machinery.NamespaceLoader)):
    for _class in _classes:
        _base.register(_class)
del _base, _classes, _class
