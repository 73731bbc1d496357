"""The command line of unittest."""

import functools
import os
import sys

from . import loader, runner
from .signals import installHandler

__unittest = True

# What helps with the usage; % is for the program's name.
_EXAMPLES_OF_M = """\
Examples:
  %(prog)s test_module               - run tests from test_module
  %(prog)s module.TestClass          - run tests from module.TestClass
  %(prog)s module.Class.test_method  - run specified test method
  %(prog)s path/to/test_file.py      - run tests from test_file.py
"""

_EXAMPLES_OF_MODULE = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


def _with_stars(pattern):
    return pattern if '*' in pattern else f'*{pattern}*'


# Options for which no value was given to main() alone: (value without the option, flags, what argparse is told).
_IF_UNSET = {
    'failfast': (False, '-f --failfast', dict(action='store_true', help='Stop on first fail or error')),
    'catchbreak': (False, '-c --catch', dict(action='store_true',
                                             help='Catch Ctrl-C and display results so far')),
    'buffer': (False, '-b --buffer', dict(action='store_true', help='Buffer stdout and stderr during tests')),
    'testNamePatterns': ([], '-k', dict(action='append', type=_with_stars,
                                        help='Only run tests which match the given substring')),
}

# Options that are always there: (attribute, flags, what argparse is told).
_ALWAYS = (
    ('verbosity', '-v --verbose', dict(action='store_const', const=2, help='Verbose output')),
    ('verbosity', '-q --quiet', dict(action='store_const', const=0, help='Quiet output')),
    ('tb_locals', '--locals', dict(action='store_true', help='Show local variables in tracebacks')),
    ('durations', '--durations', dict(type=int, metavar="N", help='Show the N slowest test cases (N=0 for all)')),
)

# Of discover; these may also be given by position.
_OF_DISCOVERY = (
    ('start', '-s --start-directory', dict(help="Directory to start discovery ('.' default)")),
    ('pattern', '-p --pattern', dict(help="Pattern to match tests ('test*.py' default)")),
    ('top', '-t --top-level-directory', dict(help='Top level directory of project (defaults to start directory)')),
)


def _add_options(parser, rows):
    for attribute, flags, details in rows:
        parser.add_argument(*flags.split(), dest=attribute, **details)


def _module_name(test):
    """The name of the module, where a test is named by its file."""
    if not test.lower().endswith('.py') or not os.path.isfile(test):
        return test
    path = os.path.relpath(test) if os.path.isabs(test) else os.path.normpath(test)
    if os.path.isabs(test) and path.startswith(os.pardir):
        return test
    stem, _ = os.path.splitext(path)
    return stem.translate({ord('/'): '.', ord('\\'): '.'})


class TestProgram:
    """Reads the command line, runs the tests that it names, and exits with a status that says how it went."""

    module, verbosity = None, 1
    failfast = catchbreak = buffer = None
    progName = warnings = testNamePatterns = None
    # What the command line sets: tests to run, and where discovery looks.
    tests = ()
    start, pattern, top = '.', 'test*.py', None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if warnings is None and not sys.warnoptions:
            # Without filters of the user's own, each warning is shown where it is met first.
            warnings = 'default'
        vars(self).update(
            exit=exit, failfast=failfast, catchbreak=catchbreak, verbosity=verbosity, buffer=buffer,
            tb_locals=tb_locals, durations=durations, warnings=warnings, defaultTest=defaultTest,
            testRunner=testRunner, testLoader=testLoader)
        if isinstance(module, str):
            _, *inner = module.split('.')
            module = functools.reduce(getattr, inner, __import__(module))
        self.module = module
        program, *arguments = sys.argv if argv is None else argv
        self.progName = os.path.basename(program)
        self.parseArgs([program, *arguments])
        self.runTests()

    # The command line

    def parseArgs(self, argv):
        _, *arguments = argv
        if arguments:
            self._main_parser, self._discovery_parser = self._parsers()
            if self.module is None and arguments[0].lower() == 'discover':
                self._discovery_parser.parse_args(arguments[1:], self)
                self.createTests(from_discovery=True)
                return
            self._main_parser.parse_args(arguments, self)
        if self.tests:
            self.testNames = [_module_name(test) for test in self.tests]
        elif self.module is None:
            self.createTests(from_discovery=True)
            return
        elif isinstance(self.defaultTest, str):
            self.testNames = [self.defaultTest]
        else:
            self.testNames = self.defaultTest if self.defaultTest is None else [*self.defaultTest]
        self.createTests()

    def _parsers(self):
        """The parsers of the two forms of the command line."""
        from argparse import SUPPRESS, ArgumentParser
        common = ArgumentParser(add_help=False)
        _add_options(common, _ALWAYS)
        for attribute, (unset, flags, details) in _IF_UNSET.items():
            if getattr(self, attribute) is None:
                _add_options(common, [(attribute, flags, details)])
                setattr(self, attribute, unset if unset is False else list(unset))

        main = ArgumentParser(prog=self.progName, parents=[common])
        main.print_help = self._print_help
        main.add_argument('tests', nargs='*', help='a list of any number of test modules, classes and test methods.')

        discovery = ArgumentParser(
            prog=f'{self.progName} discover', parents=[common],
            epilog="For test discovery all test modules must be importable from the top level directory of the "
                   "project.")
        _add_options(discovery, _OF_DISCOVERY)
        for attribute, _, _ in _OF_DISCOVERY:
            discovery.add_argument(attribute, nargs='?', default=SUPPRESS, help=SUPPRESS)
        return main, discovery

    def _print_help(self, *args, **kwargs):
        examples = _EXAMPLES_OF_M if self.module is None else _EXAMPLES_OF_MODULE
        print(self._main_parser.format_help(), examples % {'prog': self.progName}, sep='\n')
        if self.module is None:
            self._discovery_parser.print_help()

    # The tests

    def createTests(self, from_discovery=False, Loader=None):
        source = self.testLoader
        if self.testNamePatterns:
            source.testNamePatterns = self.testNamePatterns
        if from_discovery:
            self.test = (Loader() if Loader else source).discover(self.start, self.pattern, self.top)
        elif self.testNames is not None:
            self.test = source.loadTestsFromNames(self.testNames, self.module)
        else:
            self.test = source.loadTestsFromModule(self.module)

    def runTests(self):
        if self.catchbreak:
            installHandler()
        self.testRunner = self.testRunner or runner.TextTestRunner
        if isinstance(self.testRunner, type):
            self.testRunner = self._made_runner(self.testRunner)
        self.result = self.testRunner.run(self.test)
        if self.exit:
            sys.exit(self._status())

    def _made_runner(self, cls):
        """An instance of a class that may know only some of the options: the newest ones are left out first."""
        names = ['verbosity', 'failfast', 'buffer', 'warnings', 'tb_locals', 'durations']
        for known in 6, 5, 4:
            try:
                return cls(**{name: getattr(self, name) for name in names[:known]})
            except TypeError:
                pass
        return cls()

    def _status(self):
        if not self.result.wasSuccessful():
            return 1
        # 5 says that there were no tests.
        return 0 if self.result.testsRun or self.result.skipped else 5


main = TestProgram
