"""TestSuite: tests in a row, with what is set up for the classes and modules that they belong to."""

import contextlib
import sys

from . import case, util

__unittest = True


class BaseTestSuite:
    """A collection of tests and suites, without the fixtures of classes and modules."""

    # Whether tests that have run are dropped, so that what they hold can go.
    _cleanup = True

    def __init__(self, tests=()):
        self._tests, self._dropped = [], 0
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    def __repr__(self):
        return f"<{util.strclass(type(self))} tests={[*self]}>"

    def countTestCases(self):
        """The number of tests, those that have run and were dropped included."""
        return sum((test.countTestCases() for test in self if test), self._dropped)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for each in tests:
            self.addTest(each)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._drop(index)
        return result

    def _drop(self, index):
        # A subclass may keep its tests elsewhere.
        if self._cleanup and isinstance(self._tests, list):
            test, self._tests[index] = self._tests[index], None
            self._dropped += test.countTestCases() if hasattr(test, 'countTestCases') else 0

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for each in self:
            each.debug()


class TestSuite(BaseTestSuite):
    """A suite that calls setUpModule, setUpClass and their counterparts where the class or module changes."""

    def run(self, result, debug=False):
        fixtures = _Fixtures.of(result, debug)
        outermost = not fixtures.running
        fixtures.running = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _is_suite(test) or fixtures.change_to(type(test)):
                if debug:
                    test.debug()
                else:
                    test(result)
                self._drop(index)
        if outermost:
            fixtures.leave_class()
            fixtures.leave_module()
            fixtures.running = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


class _Fixtures:
    """Where a run stands: the class and the module of the latest test, and whether they could be set up.

    There is one for a result, so that suites in suites share it. In between two tests change_to() goes out of the old
    class and module as far as the new ones differ, then in:

        leave_class    leave_module    _enter_module    _enter_class
    """

    def __init__(self, result, debug):
        self.result, self.debug = result, debug
        self.running = False
        self.cls = self.module = None
        self.module_failed = self.class_failed = False

    @classmethod
    def of(cls, result, debug):
        if getattr(result, '_fixtures', None) is None:
            result._fixtures = cls(result, debug)
        return result._fixtures

    def change_to(self, cls):
        """Is everything set up for a test of this class?"""
        if cls is not self.cls:
            self.leave_class()
            if cls.__module__ != self.module:
                self.leave_module()
                self._enter_module(cls.__module__)
            self._enter_class(cls)
        return not (self.module_failed or self.class_failed)

    def _enter_module(self, name):
        self.module = name
        with self._held_output():
            self.module_failed = not self._done('setUpModule', name, self._module_function('setUpModule'))
            if self.module_failed:
                self._done('setUpModule', name, case.doModuleCleanups)

    def leave_module(self):
        if self.module in sys.modules and not self.module_failed:
            with self._held_output():
                self._done('tearDownModule', self.module, self._module_function('tearDownModule'))
                self._done('tearDownModule', self.module, case.doModuleCleanups)

    def _module_function(self, name):
        return getattr(sys.modules.get(self.module), name, None)

    def _enter_class(self, cls):
        self.cls, self.class_failed = cls, False
        if self._has_fixtures():
            with self._held_output():
                self.class_failed = not self._done('setUpClass', util.strclass(cls), getattr(cls, 'setUpClass', None))
                if self.class_failed:
                    self._clean_up_class('setUpClass')

    def leave_class(self):
        if self._has_fixtures():
            with self._held_output():
                self._done('tearDownClass', util.strclass(self.cls), getattr(self.cls, 'tearDownClass', None))
                self._clean_up_class('tearDownClass')

    def _has_fixtures(self):
        """Is there a class that was, or is to be, set up?"""
        return not (self.cls is None or self.module_failed or self.class_failed or
                    getattr(self.cls, '__unittest_skip__', False))

    def _clean_up_class(self, step):
        if hasattr(self.cls, 'doClassCleanups'):
            self.cls.doClassCleanups()
            for _, error, _ in self.cls.tearDown_exceptions:
                self._failed(step, util.strclass(self.cls), error)

    def _done(self, step, owner, function):
        """Calls the function, if there is one. Did it go well?"""
        try:
            if function is not None:
                function()
        except Exception as error:
            self._failed(step, owner, error)
            return False
        return True

    def _failed(self, step, owner, error):
        if self.debug:
            raise error
        holder = _ErrorHolder(f'{step} ({owner})')
        if isinstance(error, case.SkipTest) and hasattr(self.result, 'addSkip'):
            self.result.addSkip(holder, str(error))
        else:
            self.result.addError(holder, (type(error), error, error.__traceback__))

    @contextlib.contextmanager
    def _held_output(self):
        getattr(self.result, '_hold_output', _nothing)()
        try:
            yield
        finally:
            getattr(self.result, '_release_output', _nothing)()


def _nothing():
    pass


class _DebugResult:
    """What suites need of a result in debug(), where exceptions are not caught."""

    shouldStop = False


class _ErrorHolder:
    """Stands for a class's or a module's fixture in reports, in the place of a test."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    __str__ = id

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def run(self, result):
        pass

    __call__ = run

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"
