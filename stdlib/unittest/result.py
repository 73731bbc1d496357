"""TestResult: collects what became of each test."""

import contextlib
import sys
import traceback
from itertools import dropwhile, takewhile

from . import util

__unittest = True


@contextlib.contextmanager
def test_run(result):
    """A run of tests that reports to this result, which may be of any class: the two calls around it are optional."""
    def call(name):
        getattr(result, name, lambda: None)()
    call('startTestRun')
    try:
        yield result
    finally:
        call('stopTestRun')


class _HeldOutput:
    """What a test writes to sys.stdout and sys.stderr, held back until it is known how the test ends."""

    def __init__(self):
        self._real = sys.stdout, sys.stderr
        self._buffers = ()

    def begin(self):
        if not self._buffers:
            from io import StringIO
            self._buffers = StringIO(), StringIO()
        sys.stdout, sys.stderr = self._buffers

    def texts(self):
        """What each stream was given, under a heading; '' for nothing."""
        for name, buffer in zip(('Stdout', 'Stderr'), self._buffers):
            text = buffer.getvalue()
            if text and text[-1] != '\n':
                text += '\n'
            yield text and f'\n{name}:\n{text}'

    def end(self, show):
        """Gives the streams back, and shows on them what was held."""
        if show:
            for stream, text in zip(self._real, self.texts()):
                if text:
                    stream.write(text)
        sys.stdout, sys.stderr = self._real
        for buffer in self._buffers:
            buffer.truncate(0)
            buffer.seek(0)


# --- tracebacks without the frames of this package

def _ours(entry):
    return '__unittest' in entry.tb_frame.f_globals


def _theirs(entry):
    return not _ours(entry)


def _entries(tb):
    while tb is not None:
        yield tb
        tb = tb.tb_next


def _trimmed(tb, ends_in_assertion):
    """The traceback from where it leaves this package; one that ends in an assertion, up to where it comes back."""
    entries = list(dropwhile(_ours, _entries(tb)))
    if not entries:
        return None
    if ends_in_assertion:
        *_, last = takewhile(_theirs, entries)
        last.tb_next = None
    return entries[0]


def _linked(exception):
    """The exceptions that this one was raised from, or while they were handled, and so on: each once."""
    seen = {id(exception)}
    pending = [exception]
    while pending:
        e = pending.pop()
        for other in () if e is None else (e.__cause__, e.__context__):
            if other is not None and id(other) not in seen:
                seen.add(id(other))
                pending.append(other)
                yield other


class TestResult:
    """Runs of tests report to one of these; it only counts and keeps. Its subclasses show something."""

    failfast = buffer = tb_locals = shouldStop = False
    # Whether the output of this test is to be shown, because it failed.
    _show_output = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun, self.collectedDurations = 0, []
        self.failfast = self.buffer = self.tb_locals = self.shouldStop = False
        self._output = _HeldOutput()

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._show_output = False
        self._hold_output()

    def stopTest(self, test):
        self._release_output()
        self._show_output = False

    def _hold_output(self):
        if self.buffer:
            self._output.begin()

    def _release_output(self):
        if self.buffer:
            self._output.end(self._show_output)

    # Outcomes

    def _stop_if_first(self):
        if self.failfast:
            self.stop()

    def _keep_failure(self, kept, err, test, subject):
        """Keeps the report of an exception in one of the lists, as one of `subject`."""
        self._stop_if_first()
        kept.append((subject, self._report(err, test)))
        self._show_output = True

    def addError(self, test, err):
        self._keep_failure(self.errors, err, test, test)

    def addFailure(self, test, err):
        self._keep_failure(self.failures, err, test, test)

    def addSubTest(self, test, subtest, err):
        """err is None when the subtest was successful."""
        if err is not None:
            kept = self.failures if issubclass(err[0], test.failureException) else self.errors
            self._keep_failure(kept, err, test, subtest)

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped += [(test, reason)]

    def addExpectedFailure(self, test, err):
        self.expectedFailures += [(test, self._report(err, test))]

    def addUnexpectedSuccess(self, test):
        self._stop_if_first()
        self.unexpectedSuccesses += [test]

    def addDuration(self, test, elapsed):
        # The name and not the test: a suite drops its tests when they have run.
        if hasattr(self, 'collectedDurations'):     # a subclass may not call __init__
            self.collectedDurations += [(str(test), elapsed)]

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def printErrors(self):
        pass

    def _report(self, err, test):
        """The traceback, without the frames of this package, and the output of the test that was held back."""
        cls, value, tb = err
        for other in _linked(value):
            other.__traceback__ = _trimmed(other.__traceback__, type(other) is test.failureException)
        tb = _trimmed(tb, cls is test.failureException)
        report = traceback.TracebackException(cls, value, tb, capture_locals=self.tb_locals, compact=True)
        return ''.join([*report.format(), *(self._output.texts() if self.buffer else ())])

    def __repr__(self):
        return (f"<{util.strclass(type(self))} run={self.testsRun} errors={len(self.errors)} "
                f"failures={len(self.failures)}>")
