"""TestLoader: makes suites of the tests that classes, modules, names and folders hold."""

import functools
import os
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase

from . import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    """A test that fails with the exception that kept the real one from being loaded."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def test_failure():
            raise self._exception
        return test_failure


def _failed(loader, name, exception):
    """A suite with a test that fails so; the message is kept in loader.errors too."""
    loader.errors.append(str(exception))
    return loader.suiteClass((_FailedTest(name, exception),))


def _import_error(name):
    return ImportError(f'Failed to import test module: {name}\n{traceback.format_exc()}')


def _failed_import(loader, name):
    return _failed(loader, name, _import_error(name))


def _skipped_module(loader, name, reason):
    @case.skip(str(reason))
    def test_skipped(self):
        pass
    cls = type("ModuleSkipped", (case.TestCase,), {name: test_skipped})
    return loader.suiteClass((cls(name),))


def _is_module_name(filename):
    return filename.endswith('.py') and filename[:-3].isidentifier()


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        super().__init__()
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        """A suite of an instance for each test method of the class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """A suite of the module's test cases, or what its load_tests(loader, tests, pattern) makes of it."""
        tests = [self.loadTestsFromTestCase(obj) for obj in (getattr(module, name) for name in dir(module))
                 if isinstance(obj, type) and issubclass(obj, case.TestCase) and
                 obj not in (case.TestCase, case.FunctionTestCase)]
        tests = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            message = f'Failed to call load_tests:\n{traceback.format_exc()}'
            return _failed(self, module.__name__, type(e)(message) if type(e) is TypeError else TypeError(message))

    def loadTestsFromName(self, name, module=None):
        """A suite of what the dotted name stands for: a module, a class, a method, or something callable that gives
        a test. The name is looked for in the module, if one is given."""
        parts = name.split('.')
        failure = None
        if module is None:
            length = len(parts)
            while True:
                try:
                    module = __import__('.'.join(parts[:length]))
                    break
                except ImportError:
                    failure = parts[length - 1], _import_error(parts[length - 1])
                    length -= 1
                    if length == 0:
                        return _failed(self, *failure)
            parts = parts[1:]
        parent, obj = None, module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if getattr(obj, '__path__', None) is not None and failure is not None:
                    # The module that could not be imported tells more.
                    return _failed(self, *failure)
                return _failed(self, part, AttributeError(f'Failed to access attribute:\n{traceback.format_exc()}'))
        return self._suite_of(name, parts, parent, obj)

    def _suite_of(self, name, parts, parent, obj):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            method = parts[-1]
            instance = parent(method)
            # Static methods are looked at on the instance.
            if not isinstance(getattr(instance, method), types.FunctionType):
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f"calling {obj} returned {test}, not a test")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of the test methods, in order."""
        def wanted(attribute):
            if not attribute.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, attribute)):
                return False
            if self.testNamePatterns is None:
                return True
            full_name = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{attribute}'
            return any(fnmatchcase(full_name, pattern) for pattern in self.testNamePatterns)
        names = list(filter(wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    # Discovery

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """A suite of all test modules under a folder (or package) whose file names match the pattern."""
        before = self._top_level_dir
        guessed = top_level_dir is None and self._top_level_dir is None
        if top_level_dir is None:
            top_level_dir = self._top_level_dir or start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            importable = start_dir == top_level_dir or os.path.isfile(os.path.join(start_dir, '__init__.py'))
        else:
            importable, start_dir = self._start_package(start_dir, guessed)
        if not importable:
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        tests = list(self._find_tests(start_dir, pattern))
        self._top_level_dir = before
        return self.suiteClass(tests)

    def _start_package(self, name, guessed):
        """The folder of a package that was given by its dotted name: (could be imported, folder)."""
        try:
            __import__(name)
        except ImportError:
            return False, name
        module = sys.modules[name]
        filename = getattr(module, '__file__', None)
        if filename is not None:
            folder = os.path.abspath(os.path.dirname(filename))
        elif name in sys.builtin_module_names:
            raise TypeError('Can not use builtin modules as dotted module names')
        else:
            folder = os.path.abspath(list(module.__path__)[0])
        if guessed:
            self._top_level_dir = self._get_directory_containing_module(name)
            sys.path.remove(os.path.abspath(name))
        return True, folder

    def _get_directory_containing_module(self, module_name):
        module = sys.modules[module_name.split('.')[0]]
        full_path = os.path.abspath(module.__file__)
        if os.path.basename(full_path).lower().startswith('__init__.py'):
            return os.path.dirname(os.path.dirname(full_path))
        return os.path.dirname(full_path)

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return '.'
        path = os.path.splitext(os.path.normpath(path))[0]
        relative = os.path.relpath(path, self._top_level_dir)
        assert not os.path.isabs(relative), "Path must be within the project"
        assert not relative.startswith('..'), "Path must be within the project"
        return relative.replace(os.path.sep, '.')

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern):
        """Gives the suites of a folder and those below it; a package's load_tests may take its place over."""
        name = self._get_name_from_path(start_dir)
        if name != '.' and name not in self._loading_packages:
            tests, recurse = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not recurse:
                return
        for path in sorted(os.listdir(start_dir)):
            full_path = os.path.join(start_dir, path)
            tests, recurse = self._find_test_path(full_path, pattern)
            if tests is not None:
                yield tests
            if recurse:
                name = self._get_name_from_path(full_path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(full_path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full_path, pattern):
        """What one file or folder gives: (suite or None, look into the folder)."""
        basename = os.path.basename(full_path)
        if os.path.isfile(full_path):
            if not _is_module_name(basename) or not self._match_path(basename, full_path, pattern):
                return None, False
            return self._load_found(self._get_name_from_path(full_path), full_path, pattern), False
        if not os.path.isdir(full_path) or not os.path.isfile(os.path.join(full_path, '__init__.py')):
            return None, False
        name = self._get_name_from_path(full_path)
        try:
            package = self._get_module_from_name(name)
        except case.SkipTest as e:
            return _skipped_module(self, name, e), False
        except:
            return _failed_import(self, name), False
        load_tests = getattr(package, 'load_tests', None)
        self._loading_packages.add(name)
        try:
            tests = self.loadTestsFromModule(package, pattern=pattern)
            return tests, load_tests is None
        finally:
            self._loading_packages.discard(name)

    def _load_found(self, name, full_path, pattern):
        try:
            module = self._get_module_from_name(name)
        except case.SkipTest as e:
            return _skipped_module(self, name, e)
        except:
            return _failed_import(self, name)
        found = os.path.abspath(getattr(module, '__file__', full_path))
        if os.path.splitext(os.path.realpath(found))[0] != os.path.splitext(os.path.realpath(full_path))[0]:
            name = os.path.splitext(os.path.basename(full_path))[0]
            raise ImportError(f"{name!r} module incorrectly imported from {os.path.dirname(found)!r}. Expected "
                              f"{os.path.dirname(full_path)!r}. Is this module globally installed?")
        return self.loadTestsFromModule(module, pattern=pattern)


defaultTestLoader = TestLoader()
