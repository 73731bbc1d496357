"""TestCase: the life of one test, from setUp to the report of its result.

What a test compares is in _assertions.py, what it expects to be raised, warned of or logged in _contexts.py.

    run()         startTest, then a skip or _live(), then stopTest
    _live()       _begin (setUp), the method, _end (tearDown), the cleanups: each is a _Part of a _Run
    subTest()     a _Part inside the method's
"""

import contextlib
import time
import types
import warnings
from functools import wraps

from ._assertions import Assertions
from .result import TestResult, test_run
from .util import strclass

__unittest = True

_NOTHING = object()


class SkipTest(Exception):
    """Raised by a test that finds that it does not apply."""


class _ShouldStop(Exception):
    """Ends a test whose subtest failed, when the run is to stop at the first failure."""


class _UnexpectedSuccess(Exception):
    """A test that was to fail did not."""


# --- telling a result what happened

def _exc_info(e):
    return type(e), e, e.__traceback__


def _fail_by_success(result, test):
    try:
        raise _UnexpectedSuccess from None
    except _UnexpectedSuccess as e:
        result.addFailure(test, _exc_info(e))


def _pass(result, test):
    result.addSuccess(test)


# For results without one of the newer methods: what to warn of, and what to do instead.
_SUBSTITUTES = {
    'addSkip': (', skips not reported', _pass),
    'addExpectedFailure': (', reporting as passes', _pass),
    'addUnexpectedSuccess': (', reporting as failure', _fail_by_success),
    'addDuration': ('', lambda result, test: None),
}


def _tell(result, method, test, *details):
    add = getattr(result, method, None)
    if add is not None:
        add(test, *details)
        return
    consequence, substitute = _SUBSTITUTES[method]
    warnings.warn(f"TestResult has no {method} method{consequence}", RuntimeWarning, 2)
    substitute(result, test)


class _Run:
    """One run of a test: the result that is told of it, and how it went so far."""

    def __init__(self, result=None):
        self.result = result
        self.ok = True
        self.to_fail = False    # exceptions are what the test is expected to end with
        self.expected = None    # the one that came then


class _Part:
    """A part of a run, as a context: exceptions in it are reported as those of `test`; only Ctrl-C leaves it.

    For a subtest `parent` is the test that it is a part of.
    """

    def __init__(self, run, test, parent=None):
        self.run, self.test, self.parent = run, test, parent

    def __enter__(self):
        self.ok_before = self.run.ok
        self.run.ok = True

    def __exit__(self, *err):
        cls = err[0]
        if cls is not None and issubclass(cls, KeyboardInterrupt):
            return False
        if cls is None:
            if self.parent is not None and self.run.ok:
                self._tell_of_subtest(None)
        elif issubclass(cls, _ShouldStop):
            pass  # what stopped it has been reported
        elif self.run.to_fail and not issubclass(cls, SkipTest):
            self.run.expected = err
        else:
            self.run.ok = False
            self._tell_of_exception(err)
        self.run.ok &= self.ok_before
        return True

    def _tell_of_exception(self, err):
        cls, error, _ = err
        if issubclass(cls, SkipTest):
            _tell(self.run.result, 'addSkip', self.test, str(error))
        elif self.parent is not None:
            self._tell_of_subtest(err)
        elif issubclass(cls, self.test.failureException):
            self.run.result.addFailure(self.test, err)
        else:
            self.run.result.addError(self.test, err)

    def _tell_of_subtest(self, err):
        self.run.result.addSubTest(self.parent, self.test, err)


# --- what is put off to the end of a test, a class or a module: lists of (function, args, kwargs)

_at_module_end = []


def _latest_first(calls):
    while calls:
        yield calls.pop()


def _call_all(calls):
    """Calls what was put off; a list of the exceptions."""
    raised = []
    for function, args, kwargs in _latest_first(calls):
        try:
            function(*args, **kwargs)
        except Exception as e:
            raised.append(e)
    return raised


def context_methods(cm, enter, leave, kind):
    """The two functions of a context manager's class."""
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind} protocol") from None


def _entered(cm, put_off):
    """Enters a context, to be left by what was put off."""
    enter, leave = context_methods(cm, '__enter__', '__exit__', 'context manager')
    value = enter(cm)
    put_off(leave, cm, *[None] * 3)
    return value


def addModuleCleanup(function, /, *args, **kwargs):
    """The function is called after the module's tearDownModule, the latest added first."""
    _at_module_end.append((function, args, kwargs))


def enterModuleContext(cm):
    return _entered(cm, addModuleCleanup)


def doModuleCleanups():
    """Calls what addModuleCleanup was given; the first exception is raised when all are through."""
    raised = _call_all(_at_module_end)
    if raised:
        raise raised[0]


# --- decorators

def _mark_skipped(item, reason):
    if not isinstance(item, type):
        @wraps(item)
        def skipped(*args, **kwargs):
            raise SkipTest(reason)
        item = skipped
    item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
    return item


def skip(reason):
    """Leaves a test, or a class of tests, out."""
    if isinstance(reason, types.FunctionType):
        return _mark_skipped(reason, '')
    return lambda item: _mark_skipped(item, reason)


def _unchanged(obj):
    return obj


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
    """Marks a test, or all tests of a class, as one that fails: a success is reported then."""
    setattr(test_item, '__unittest_expecting_failure__', True)
    return test_item


def _marks(items, mark):
    """The values of a decorator's mark on these items that are set."""
    return [value for item in items if (value := getattr(item, mark, None))]


# --- the test

def _first_line(doc):
    return doc.partition("\n")[0].strip() if doc else None


class TestCase(Assertions):
    """A test is an instance: a method of the class, to be run once, between setUp and tearDown."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _diffThreshold = 65536
    _at_class_end = []
    # While the test runs: its _Run, and the subtest in it.
    _outcome = _subtest = None

    def __init_subclass__(cls, *args, **kwargs):
        cls._at_class_end = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        method = getattr(self, methodName, None)
        # Without runTest an instance still serves to try the assertions out.
        if method is None and methodName != 'runTest':
            raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        self._testMethodName = methodName
        self._testMethodDoc = 'No test' if method is None else method.__doc__
        self._at_end = []
        self._type_equality_funcs = {}
        self._add_equality_functions()

    def setUp(self):
        """Called before each test."""

    def tearDown(self):
        """Called after each test, unless setUp failed."""

    @classmethod
    def setUpClass(cls):
        """Called before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Called after the tests of the class."""

    # Cleanups

    def addCleanup(self, function, /, *args, **kwargs):
        """The function is called after tearDown, the latest added first, also when setUp failed."""
        self._at_end.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enters a with statement that the end of the test leaves."""
        return _entered(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """As addCleanup, after tearDownClass."""
        cls._at_class_end.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _entered(cm, cls.addClassCleanup)

    def doCleanups(self):
        """Calls the cleanups; run() does it."""
        run = self._outcome or _Run()
        for function, args, kwargs in _latest_first(self._at_end):
            with _Part(run, self):
                self._call(function, *args, **kwargs)
        return run.ok

    @classmethod
    def doClassCleanups(cls):
        """Calls the class's cleanups; their exceptions go into tearDown_exceptions."""
        cls.tearDown_exceptions = [_exc_info(e) for e in _call_all(cls._at_class_end)]

    # Running: the next three are what differs for coroutines.

    def _call(self, function, /, *args, **kwargs):
        return function(*args, **kwargs)

    def _begin(self):
        self.setUp()

    def _end(self):
        self.tearDown()

    def _call_test(self, method):
        value = self._call(method)
        if value is None:
            return
        message = (f'It is deprecated to return a value that is not None from a test case '
                   f'({method} returned {type(value).__name__!r})')
        if isinstance(value, types.CoroutineType):
            message += '. Maybe you forgot to use IsolatedAsyncioTestCase as the base class?'
        warnings.warn(message, DeprecationWarning, stacklevel=3)

    def _to_run(self):
        """The method, and why it is not to be run, or None."""
        method = getattr(self, self._testMethodName)
        marked = type(self), method
        if not _marks(marked, '__unittest_skip__'):
            return method, None
        return method, next(iter(_marks(marked, '__unittest_skip_why__')), '')

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def run(self, result=None):
        if result is None:
            with test_run(self.defaultTestResult()) as result:
                return self.run(result)
        result.startTest(self)
        try:
            method, reason = self._to_run()
            if reason is None:
                self._live(method, result)
            else:
                _tell(result, 'addSkip', self, reason)
        finally:
            result.stopTest(self)
        return result

    def _live(self, method, result):
        to_fail = bool(_marks((self, method), '__unittest_expecting_failure__'))
        run = self._outcome = _Run(result)
        start = time.perf_counter()
        try:
            with _Part(run, self):
                self._begin()
            if run.ok:
                run.to_fail = to_fail
                with _Part(run, self):
                    self._call_test(method)
                run.to_fail = False
                with _Part(run, self):
                    self._end()
            self.doCleanups()
            _tell(result, 'addDuration', self, time.perf_counter() - start)
            if run.ok and not to_fail:
                result.addSuccess(self)
            elif run.ok and run.expected:
                _tell(result, 'addExpectedFailure', self, run.expected)
            elif run.ok:
                _tell(result, 'addUnexpectedSuccess', self)
        finally:
            # Cycles: the run knows the exception, the exception the frames, the frames the test.
            run.expected = self._outcome = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test without a result: exceptions reach the caller."""
        method, reason = self._to_run()
        if reason is not None:
            raise SkipTest(reason)
        self._begin()
        self._call_test(method)
        self._end()
        for function, args, kwargs in _latest_first(self._at_end):
            self._call(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    @contextlib.contextmanager
    def subTest(self, msg=_NOTHING, **params):
        """A part of the test that is reported on its own, with the parameters, if it fails; the test goes on."""
        run, outer = self._outcome, self._subtest
        if not hasattr(run and run.result, 'addSubTest'):
            yield
            return
        if outer is not None:
            # The own ones first, and they hide the outer ones of the same name.
            params |= outer.params | params
        self._subtest = _SubTest(self, msg, params)
        try:
            with _Part(run, self._subtest, parent=self):
                yield
            if run.expected if run.ok else getattr(run.result, 'failfast', False):
                raise _ShouldStop
        finally:
            self._subtest = outer

    # Names

    def shortDescription(self):
        """The first line of the method's docstring."""
        return _first_line(self._testMethodDoc and self._testMethodDoc.strip())

    def id(self):
        return f"{strclass(type(self))}.{self._testMethodName}"

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({strclass(type(self))}.{self._testMethodName})"

    def __repr__(self):
        return f"<{strclass(type(self))} testMethod={self._testMethodName}>"


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = setUp, testFunc, tearDown
        self._text = description

    def setUp(self):
        set_up, _, _ = self._functions
        if set_up is not None:
            set_up()

    def runTest(self):
        _, test, _ = self._functions
        test()

    def tearDown(self):
        _, _, tear_down = self._functions
        if tear_down is not None:
            tear_down()

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return (self._functions, self._text) == (other._functions, other._text)

    def __hash__(self):
        return hash((type(self), self._functions, self._text))

    def id(self):
        return self._functions[1].__name__

    def __str__(self):
        return f"{strclass(type(self))} ({self.id()})"

    def __repr__(self):
        return f"<{strclass(type(self))} tec={self._functions[1]}>"

    def shortDescription(self):
        return self._text if self._text is not None else _first_line(self._functions[1].__doc__) or None


class _SubTest(TestCase):
    """Stands for a subtest in reports."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _label(self):
        message = [] if self._message is _NOTHING else [f"[{self._message}]"]
        params = ', '.join(f'{k}={v!r}' for k, v in self.params.items())
        return " ".join(message + [f"({params})"] * bool(params)) or '(<subtest>)'

    def id(self):
        return f"{self.test_case.id()} {self._label()}"

    def __str__(self):
        return f"{self.test_case} {self._label()}"

    def shortDescription(self):
        return self.test_case.shortDescription()
