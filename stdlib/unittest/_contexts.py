"""The contexts that assertRaises and its like return for with statements."""

import sys
import traceback
import warnings

__unittest = True


def _all_of(classes, base):
    """Is it a class below `base`, or a tuple of such?"""
    if isinstance(classes, tuple):
        return all(_all_of(cls, base) for cls in classes)
    return isinstance(classes, type) and issubclass(classes, base)


class _Context:
    """What is to happen in a with statement, and the test that fails if it does not."""

    msg = None

    def __init__(self, test):
        self._test = test

    def _fail(self, text):
        raise self._test.failureException(self._test._formatMessage(self.msg, text))


class _Expecting(_Context):
    """Something of a class is expected; with a regex, its text must match it."""

    # What the class must be derived from, and that in words.
    base, base_words = object, ''
    _called = None

    def __init__(self, expected, test, regex=None):
        super().__init__(test)
        self.expected = expected
        if isinstance(regex, (str, bytes)):
            import re
            regex = re.compile(regex)
        self.expected_regex = regex

    def use(self, assertion, args, kwargs):
        """The context itself without arguments; else args are a function and what to call it with."""
        if not _all_of(self.expected, self.base):
            raise TypeError(f'{assertion}() arg 1 must be {self.base_words}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            for unknown in kwargs:
                raise TypeError(f'{unknown!r} is an invalid keyword argument for this function')
            return self
        function, *args = args
        self._called = getattr(function, '__name__', str(function))
        try:
            with self:
                function(*args, **kwargs)
        finally:
            # The exception's traceback knows the frames that know this context.
            self = None

    def _expected_name(self):
        return getattr(self.expected, '__name__', str(self.expected))

    def _fail_missing(self, what_not):
        by = f' by {self._called}' if self._called else ''
        self._fail(f'{self._expected_name()} {what_not}{by}')

    def _matches(self, text):
        return self.expected_regex is None or self.expected_regex.search(text)

    def _fail_mismatch(self, text):
        self._fail(f'"{self.expected_regex.pattern}" does not match "{text}"')


class _AssertRaisesContext(_Expecting):
    base, base_words = BaseException, 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, cls, error, tb):
        if cls is None:
            self._fail_missing('not raised')
        traceback.clear_frames(tb)
        if issubclass(cls, self.expected):
            self.exception = error.with_traceback(None)
            text = str(error) if self.expected_regex is not None else ''
            if not self._matches(text):
                self._fail_mismatch(text)
            return True
        return False

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class _AssertWarnsContext(_Expecting):
    base, base_words = Warning, 'a warning type or tuple of warning types'

    def __enter__(self):
        # A warning that was shown already is remembered in the module it came from.
        for module in [*sys.modules.values()]:
            if getattr(module, '__warningregistry__', None):
                setattr(module, '__warningregistry__', {})
        self._catching = warnings.catch_warnings(record=True)
        self.warnings = self._catching.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, *err):
        self._catching.__exit__(*err)
        if err[0] is None:
            self._check([entry for entry in self.warnings if isinstance(entry.message, self.expected)])

    def _check(self, caught):
        for entry in caught:
            if self._matches(str(entry.message)):
                self.warning, self.filename, self.lineno = entry.message, entry.filename, entry.lineno
                return
        if caught:
            self._fail_mismatch(caught[0].message)
        self._fail_missing('not triggered')


class _AssertNotWarnsContext(_AssertWarnsContext):
    def _check(self, caught):
        if caught:
            self._fail(f'{self._expected_name()} triggered')


class _AssertLogsContext(_Context):
    """Puts a handler that collects in the place of a logger's handlers."""

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test, logger, level, no_logs):
        super().__init__(test)
        import logging
        self._logging = logging
        self._logger_or_name, self._none_wanted = logger, no_logs
        self._level = logging._nameToLevel.get(level, level) if level else logging.INFO

    def __enter__(self):
        from ._log import _CapturingHandler
        logger = self._logger_or_name
        if not isinstance(logger, self._logging.Logger):
            logger = self._logging.getLogger(logger)
        collector = _CapturingHandler()
        collector.setLevel(self._level)
        collector.setFormatter(self._logging.Formatter(self.LOGGING_FORMAT))
        self._logger, self._collected = logger, collector.watcher
        self._before = self._replace([collector], self._level, False)
        return None if self._none_wanted else collector.watcher

    def _replace(self, handlers, level, propagate):
        """Sets up the logger; how it was set up before."""
        logger = self._logger
        before = logger.handlers, logger.level, logger.propagate
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)
        return before

    def __exit__(self, cls, error, tb):
        self._replace(*self._before)
        if cls is not None:
            return False
        if self._none_wanted and self._collected.records:
            self._fail(f"Unexpected logs found: {self._collected.output!r}")
        if not self._none_wanted and not self._collected.records:
            self._fail(f"no logs of level {self._logging.getLevelName(self._level)} or higher triggered on "
                       f"{self._logger.name}")
