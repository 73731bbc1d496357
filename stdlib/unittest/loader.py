"""TestLoader: makes suites of the tests that classes, modules, names and folders hold."""

import contextlib
import functools
import os
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase

from . import case, suite, util

__unittest = True

_BASES = case.TestCase, case.FunctionTestCase


class _FailedTest(case.TestCase):
    """A test that fails with the exception that kept the real one from being loaded."""

    def __init__(self, name, exception):
        self._testMethodName, self._why = name, exception
        super().__init__(name)

    def __getattr__(self, name):
        if name != vars(self).get('_testMethodName'):
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}', name=name, obj=self)
        return self._raise

    def _raise(self):
        raise self._why


def _import_error(name):
    """For an except block: the error in words that name the module."""
    return ImportError(f'Failed to import test module: {name}\n{traceback.format_exc()}')


def _is_class_of(obj, base):
    return isinstance(obj, type) and issubclass(obj, base)


def _is_abstract(test_case):
    return bool(getattr(test_case, '__abstractmethods__', None))


def _is_module_file(name):
    stem, dot, ending = name.rpartition('.')
    return ending == 'py' and stem.isidentifier()


def _is_package(folder):
    return os.path.isfile(f'{folder}/__init__.py')


def _same_module(path, other):
    return len({os.path.splitext(os.path.realpath(p))[0] for p in (path, other)}) == 1


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    # While discover() runs: the folder that module names start from.
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        # The packages whose tests are being collected: their load_tests may call discover() for their own folder.
        self._busy = frozenset()

    def _failed(self, name, exception, message=None):
        """A suite with a test that fails so; the message, if not the exception's, is for `errors` alone."""
        self.errors += [message or str(exception)]
        return self.suiteClass([_FailedTest(name, exception)])

    def loadTestsFromTestCase(self, testCaseClass):
        """A suite of an instance for each test method of the class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        methods = []
        if testCaseClass not in _BASES and not _is_abstract(testCaseClass):
            methods = self.getTestCaseNames(testCaseClass) or ['runTest'] * hasattr(testCaseClass, 'runTest')
        return self.suiteClass(testCaseClass(method) for method in methods)

    def loadTestsFromModule(self, module, *, pattern=None):
        """A suite of the module's test cases, or what its load_tests(loader, tests, pattern) makes of it."""
        values = [getattr(module, name) for name in dir(module)]
        tests = self.suiteClass([self.loadTestsFromTestCase(value) for value in values
                                 if _is_class_of(value, case.TestCase) and value not in _BASES
                                 and not _is_abstract(value)])
        own_way = getattr(module, 'load_tests', None)
        if own_way is None:
            return tests
        try:
            return own_way(self, tests, pattern)
        except Exception as e:
            return self._failed(module.__name__, e, f'Failed to call load_tests:\n{traceback.format_exc()}')

    def getTestCaseNames(self, testCaseClass):
        """The names of the test methods, in order."""
        names = [name for name in dir(testCaseClass)
                 if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]
        if self.testNamePatterns is not None:
            prefix = util.strclass(testCaseClass)
            names = [name for name in names
                     if any(fnmatchcase(f'{prefix}.{name}', pattern) for pattern in self.testNamePatterns)]
        order = self.sortTestMethodsUsing
        return sorted(names, key=functools.cmp_to_key(order)) if order else names

    # Names

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(each, module) for each in names])

    def loadTestsFromName(self, name, module=None):
        """A suite of what the dotted name stands for: a module, a class, a method, or something callable that gives
        a test. The name is looked for in the module, if one is given."""
        path = name.split('.')
        import_failed = None
        if module is None:
            module, import_failed = self._import_as_far(path)
            if module is None:
                return self._failed(*import_failed)
            del path[0]
        owner, found = None, module
        for attribute in path:
            try:
                owner, found = found, getattr(found, attribute)
            except AttributeError as e:
                # That a package's module could not be imported tells more.
                if import_failed and hasattr(found, '__path__'):
                    return self._failed(*import_failed)
                return self._failed(attribute, e, f'Failed to access attribute:\n{traceback.format_exc()}')
        return self._suite_of(found, owner, path[-1:])

    def _import_as_far(self, path):
        """Imports what can be of a dotted name: (its first module or None, (name, error) of what failed)."""
        failed = None
        for end in range(len(path), 0, -1):
            try:
                return __import__('.'.join(path[:end])), failed
            except ImportError:
                failed = path[end - 1], _import_error(path[end - 1])
        return None, failed

    def _suite_of(self, found, owner, method):
        if isinstance(found, suite.TestSuite):
            return found
        if isinstance(found, types.ModuleType):
            return self.loadTestsFromModule(found)
        if _is_class_of(found, case.TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, types.FunctionType) and _is_class_of(owner, case.TestCase):
            if _is_abstract(owner):
                raise TypeError(f'Cannot instantiate abstract test case {owner.__name__}')
            test = owner(*method)
            # A static method is only a function that may give a test.
            if not isinstance(getattr(test, *method), types.FunctionType):
                return self.suiteClass([test])
        if not callable(found):
            raise TypeError(f"don't know how to make test from: {found}")
        made = found()
        if isinstance(made, suite.TestSuite):
            return made
        if isinstance(made, case.TestCase):
            return self.suiteClass([made])
        raise TypeError(f"calling {found} returned {made}, not a test")

    # Discovery

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """A suite of all test modules under a folder (or package) whose file names match the pattern."""
        before = self._top_level_dir
        top = os.path.abspath(top_level_dir or before or start_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        self._top_level_dir = top
        folder = os.path.abspath(start_dir)
        if os.path.isdir(folder):
            importable = folder == top or _is_package(folder)
        else:
            folder = self._folder_of_package(start_dir, guess_top=not (top_level_dir or before))
            importable = folder is not None
        if not importable:
            raise ImportError(f'Start directory is not importable: {folder or start_dir!r}')
        find = self._in_folder if self._dotted_name(folder) == '.' else self._in_package
        tests = self.suiteClass(list(find(folder, pattern)))
        self._top_level_dir = before
        return tests

    def _folder_of_package(self, name, guess_top):
        """The folder of a package that was given by its dotted name; None if it cannot be imported."""
        try:
            module = self._imported(name)
        except ImportError:
            return None
        if getattr(module, '__file__', None) is None and name in sys.builtin_module_names:
            raise TypeError('Can not use builtin modules as dotted module names')
        if guess_top:
            # Until now the name was taken for a folder's.
            sys.path.remove(os.path.abspath(name))
            root = sys.modules[name.partition('.')[0]]
            folder = os.path.dirname(os.path.abspath(root.__file__))
            self._top_level_dir = os.path.dirname(folder) if hasattr(root, '__path__') else folder
        return os.path.abspath(os.path.dirname(module.__file__) if module.__file__ else list(module.__path__)[0])

    def _imported(self, name):
        __import__(name)
        return sys.modules[name]

    def _dotted_name(self, path):
        """The name of the module or package at a path; '.' for the top itself."""
        relative = os.path.relpath(path, self._top_level_dir)
        assert relative.split(os.sep)[0] != os.pardir, "Path must be within the project"
        return relative if relative == os.curdir else os.path.splitext(relative)[0].replace(os.sep, '.')

    def _in_folder(self, folder, pattern):
        """Gives the suites of a folder's modules and packages."""
        for entry in sorted(os.listdir(folder)):
            path = os.path.join(folder, entry)
            if os.path.isdir(path):
                if _is_package(path):
                    yield from self._in_package(path, pattern)
            elif os.path.isfile(path) and _is_module_file(entry) and fnmatch(entry, pattern):
                yield self._in_module(path, pattern)

    def _in_package(self, folder, pattern):
        """Gives the suites of a package and of what is in it, unless its load_tests takes care of that."""
        name = self._dotted_name(folder)
        if name in self._busy:
            yield from self._in_folder(folder, pattern)
            return
        package, instead = self._module_or_suite(name)
        if package is None:
            yield instead
            return
        with self._while_busy(name):
            yield self.loadTestsFromModule(package, pattern=pattern)
            if not hasattr(package, 'load_tests'):
                yield from self._in_folder(folder, pattern)

    @contextlib.contextmanager
    def _while_busy(self, name):
        before = self._busy
        self._busy = before | {name}
        try:
            yield
        finally:
            self._busy = before

    def _in_module(self, path, pattern):
        module, instead = self._module_or_suite(self._dotted_name(path))
        if module is None:
            return instead
        actual = os.path.abspath(getattr(module, '__file__', path))
        if not _same_module(actual, path):
            folder, entry = os.path.split(path)
            raise ImportError(f"{os.path.splitext(entry)[0]!r} module incorrectly imported from "
                              f"{os.path.dirname(actual)!r}. Expected {folder!r}. Is this module globally installed?")
        return self.loadTestsFromModule(module, pattern=pattern)

    def _module_or_suite(self, name):
        """Imports a module: (it, None), or (None, a suite that says why not)."""
        try:
            return self._imported(name), None
        except case.SkipTest as e:
            skipped = case.skip(str(e))(lambda self: None)
            return None, self.suiteClass([type("ModuleSkipped", (case.TestCase,), {name: skipped})(name)])
        except:
            return None, self._failed(name, _import_error(name))


defaultTestLoader = TestLoader()
