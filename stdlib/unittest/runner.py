"""TextTestRunner: runs tests and shows on a stream how it goes."""

import sys
import time
import warnings

from . import result
from .case import _SubTest
from .signals import registerResult

__unittest = True


class _Lines:
    """A stream with writeln."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        # Not for what a copy that is not yet filled in lacks.
        if name == 'stream' or name == '__getstate__':
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        for text in [arg, '\n'] if arg else ['\n']:
            self.write(text)


class TextTestResult(result.TestResult):
    """A result that writes a dot, or with verbosity 2 a line, for each test."""

    separator1, separator2 = '=' * 70, '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.dots, self.showAll = verbosity == 1, verbosity > 1
        # The test whose line is begun and has no status yet.
        self._begun = None

    def getDescription(self, test):
        lines = [str(test)]
        if self.descriptions:
            lines.append(test.shortDescription())
        return '\n'.join(filter(None, lines))

    def _say(self, text):
        self.stream.write(text)
        self.stream.flush()

    def _begin_line(self, test, indent=''):
        self._say(f'{indent}{self.getDescription(test)} ... ')
        self._begun = test

    def _show(self, test, status, dot):
        """Ends the line of the test; a subtest has a line of its own, and so has the test after it."""
        if self.dots:
            self._say(dot)
        if not self.showAll:
            return
        if isinstance(test, _SubTest):
            if self._begun is not None:
                self._say('\n')
            self._begin_line(test, '  ')
        elif self._begun is None:
            self._begin_line(test)
        self._say(f'{status}\n')
        self._begun = None

    def _show_expectation(self, status, dot):
        # The line counts as begun even then, as readers of the format know it.
        if self.showAll or self.dots:
            self._say(f'{status}\n' if self.showAll else dot)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._begin_line(test)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._show(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._show(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show(test, "FAIL", "F")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._show(subtest, *("FAIL", "F") if failed else ("ERROR", "E"))
        super().addSubTest(test, subtest, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show_expectation("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show_expectation("unexpected success", "u")

    def printErrors(self):
        if self.showAll or self.dots:
            self._say('\n')
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        titles = [f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n" for test in self.unexpectedSuccesses]
        if titles:
            self._say(''.join([f'{self.separator1}\n', *titles]))

    def printErrorList(self, flavour, errors):
        for test, report in errors:
            title = f"{flavour}: {self.getDescription(test)}"
            self._say(f'{self.separator1}\n{title}\n{self.separator2}\n{report}\n')


def _counts(outcome, successful):
    """What is in the parentheses behind OK or FAILED: 'title=number' for each kind of outcome there was."""
    kinds = [('skipped', 'skipped'), ('expected failures', 'expectedFailures'),
             ('unexpected successes', 'unexpectedSuccesses')]
    if not successful:
        kinds[:0] = ('failures', 'failures'), ('errors', 'errors')
    for title, attribute in kinds:
        number = len(getattr(outcome, attribute, ()))
        if number:
            yield f'{title}={number}'


class TextTestRunner:
    """Runs a test and writes what TextTestResult shows, and at the end the sum of it."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _Lines(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity, self.durations = descriptions, verbosity, durations
        self.failfast, self.buffer, self.tb_locals = failfast, buffer, tb_locals
        self.warnings = warnings
        self.resultclass = resultclass or self.resultclass

    def _makeResult(self):
        arguments = self.stream, self.descriptions, self.verbosity
        try:
            return self.resultclass(*arguments, durations=self.durations)
        except TypeError:
            # A class from before durations.
            return self.resultclass(*arguments)

    def run(self, test):
        outcome = self._makeResult()
        for option in 'failfast', 'buffer', 'tb_locals':
            setattr(outcome, option, getattr(self, option))
        registerResult(outcome)
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            start = time.perf_counter()
            with result.test_run(outcome):
                test(outcome)
            elapsed = time.perf_counter() - start
        outcome.printErrors()
        if self.durations is not None and getattr(outcome, 'collectedDurations', None):
            self._write_durations(outcome)
        self._write_summary(outcome, elapsed)
        return outcome

    def _write_separator(self, outcome):
        if hasattr(outcome, 'separator2'):
            self.stream.writeln(outcome.separator2)

    def _write_durations(self, outcome):
        self.stream.writeln("Slowest test durations")
        self._write_separator(outcome)
        slowest = sorted(outcome.collectedDurations, key=lambda entry: -entry[1])[:self.durations or None]
        shown = slowest if self.verbosity > 1 else [entry for entry in slowest if entry[1] >= 0.001]
        for name, seconds in shown:
            self.stream.writeln(f"{f'{seconds:.3f}s':10} {name}")
        self.stream.writeln("" if shown == slowest else
                            "\n(durations < 0.001s were hidden; use -v to show these durations)")

    def _write_summary(self, outcome, elapsed):
        self._write_separator(outcome)
        plural = '' if outcome.testsRun == 1 else 's'
        self.stream.writeln(f"Ran {outcome.testsRun} test{plural} in {elapsed:.3f}s")
        self.stream.writeln()
        successful = outcome.wasSuccessful()
        if not successful:
            verdict = "FAILED"
        else:
            verdict = "OK" if outcome.testsRun or outcome.skipped else "NO TESTS RAN"
        counts = ', '.join(_counts(outcome, successful))
        self.stream.writeln(f'{verdict} ({counts})' if counts else verdict)
        self.stream.flush()
