"""Examples in docstrings, as they look at the prompt, run and compared with what stands below them.

DocTestParser finds examples in text, DocTestFinder texts in objects; DocTestRunner runs the examples of a DocTest and
reports, OutputChecker compares. testmod(), testfile() and the suites for unittest put them together.
"""
import __future__
import collections
import difflib
import inspect
import io
import linecache
import os
import re
import sys
import traceback
import unittest

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS',
           'SKIP', 'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF',
           'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser',
           'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure', 'UnexpectedException', 'DebugRunner',
           'testmod', 'testfile', 'run_docstring_examples', 'DocTestSuite', 'DocFileSuite',
           'set_unittest_reportflags', 'script_from_examples', 'testsource']

# A module that has this name in its globals belongs to the machinery: reports leave its frames out.
__unittest = True

# --- options ---

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """A new option, which examples can turn on by its name: its bit."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


(DONT_ACCEPT_TRUE_FOR_1, DONT_ACCEPT_BLANKLINE, NORMALIZE_WHITESPACE, ELLIPSIS, SKIP, IGNORE_EXCEPTION_DETAIL,
 REPORT_UDIFF, REPORT_CDIFF, REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, FAIL_FAST) = map(register_optionflag, (
     'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
     'IGNORE_EXCEPTION_DETAIL', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE',
     'FAIL_FAST'))
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER, ELLIPSIS_MARKER = '<BLANKLINE>', '...'
_RULE = '*' * 70


class TestResults(collections.namedtuple('TestResults', 'failed attempted')):
    """How many examples failed, and how many were run; skipped is an attribute."""

    __test__ = False  # it is no test, whatever its name says

    def __new__(cls, failed, attempted, *, skipped=0):
        self = super().__new__(cls, failed, attempted)
        self.skipped = skipped
        return self

    def __repr__(self):
        skipped = f', skipped={self.skipped}' if self.skipped else ''
        return f'TestResults(failed={self.failed}, attempted={self.attempted}{skipped})'


def _indented(text, width=4):
    return re.sub(r'(?m)^(?!$)', ' ' * width, text)


# --- examples ---

class Example:
    """One example: its source, the output or the exception that it is to give, its place in the text, its options."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        def ended(text):
            return text if text.endswith('\n') else text + '\n'
        self.source, self.want = ended(source), ended(want) if want else want
        self.exc_msg = None if exc_msg is None else ended(exc_msg)
        self.lineno, self.indent, self.options = lineno, indent, {} if options is None else options

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one text, and the globals that they run with."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs, self.docstring = examples, globs.copy(), docstring
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        n = len(self.examples)
        count = 'no examples' if n == 0 else '1 example' if n == 1 else f'{n} examples'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({count})>'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno) == (
            other.examples, other.docstring, other.globs, other.name, other.filename, other.lineno)

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented

        def key(test):
            return test.name, test.filename or '', -1 if test.lineno is None else test.lineno, id(test)
        return key(self) < key(other)


class DocTestParser:
    """Finds the examples in text: lines behind the prompts, and what stands below up to an empty line or a prompt."""

    _directive = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)
    _traceback = re.compile(r'Traceback \((?:most recent call last|innermost last)\):\s*\n'
                            r'(?:[^\w\n][^\n]*\n|\n)*?(?P<message>\w+[^\n]*(?:\n.*)?)', re.DOTALL)

    def parse(self, string, name='<string>'):
        """The text as a list of examples and of the pieces between them."""
        string = string.expandtabs()
        lines = string.split('\n')
        margin = min((len(line) - len(line.lstrip(' ')) for line in lines if line.strip(' ')), default=0)
        lines = [line[margin:] for line in lines]
        pieces, between, at = [], [], 0
        while at < len(lines):
            indent = len(lines[at]) - len(lines[at].lstrip(' '))
            if not lines[at].startswith('>>>', indent):
                between.append(lines[at])
                at += 1
                continue
            pieces.append(''.join(line + '\n' for line in between))
            between = []
            end, example = self._example(lines, at, indent, name)
            if example is not None:
                pieces.append(example)
            at = end
        pieces.append('\n'.join(between))
        return pieces

    def _example(self, lines, start, indent, name):
        """Where an example ends, and what it is; None if there is nothing but a comment in it."""
        end = start + 1
        while end < len(lines) and lines[end].startswith(' ' * indent + '...'):
            end += 1
        source_lines = lines[start:end]
        for i, line in enumerate(source_lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError(f'line {start + i + 1} of the docstring for {name} lacks blank after '
                                 f'{line[indent:indent + 3]}: {line!r}')
        source = '\n'.join(line[indent + 4:] for line in source_lines)
        first_want = end
        while end < len(lines) and lines[end].strip() and not lines[end].lstrip(' ').startswith('>>>'):
            end += 1
        want_lines = lines[first_want:end]
        for i, line in enumerate(want_lines):
            if not line.startswith(' ' * indent):
                raise ValueError(f'line {first_want + i + 1} of the docstring for {name} has inconsistent leading '
                                 f'whitespace: {line!r}')
        want = '\n'.join(line[indent:] for line in want_lines)
        options = self._find_options(source, name, start)
        if all(not line.strip() or line.lstrip().startswith('#') for line in source.split('\n')):
            if options:
                raise ValueError(f'line {start} of the doctest for {name} has an option directive on a line with no '
                                 f'example: {source!r}')
            return end, None
        raised = self._traceback.match(want)
        message = raised['message'] if raised else None
        return end, Example(source, want, message, start, indent, options)

    def _find_options(self, source, name, lineno):
        """The options that comments in an example turn on (True) or off."""
        options = {}
        for match in self._directive.finditer(source):
            for option in match[1].replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}')
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        return options

    def get_doctest(self, string, globs, name, filename, lineno):
        """The examples of a text as a DocTest."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        """The examples of a text."""
        return [piece for piece in self.parse(string, name) if isinstance(piece, Example)]


class DocTestFinder:
    """Finds the texts with examples in an object and, if it is a module or a class, in what it has."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._verbose, self._recurse, self._exclude_empty = parser, verbose, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """A list of DocTests, sorted by name. module: what belongs to others is left out; False: all is taken."""
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: "
                                 f'{type(obj)!r}')
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        try:
            file = inspect.getsourcefile(obj)
        except (TypeError, OSError):
            file = None
        if file is None and module is not None:
            file = getattr(module, '__file__', None)
        lines = linecache.getlines(file, module and vars(module)) or None if file else None
        globs = dict(vars(module) if globs is None and module is not None else globs or {}) | (extraglobs or {})
        globs.setdefault('__name__', '__main__')
        found = []
        self._visit(found, obj, name, module, lines, globs, set())
        return sorted(found)

    def _belongs(self, module, o):
        """Was it defined in that module?"""
        if module is None:
            return True
        if inspect.getmodule(o) is not None and not isinstance(o, property):
            return module is inspect.getmodule(o)
        if inspect.isfunction(o):
            return vars(module) is o.__globals__
        if inspect.ismethoddescriptor(o) or inspect.ismethodwrapper(o):
            owner = getattr(o, '__objclass__', None)
            return getattr(owner or o, '__module__', module.__name__) == module.__name__
        return isinstance(o, property) or getattr(o, '__module__', None) == module.__name__

    def _is_routine(self, o):
        try:
            o = inspect.unwrap(o)
        except ValueError:
            pass
        return inspect.isroutine(o)

    def _visit(self, found, o, name, module, lines, globs, seen):
        if id(o) in seen:
            return
        seen.add(id(o))
        test = self._test(o, name, module, globs, lines)
        if test is not None:
            found.append(test)
        if inspect.ismodule(o) and self._recurse:
            for key, value in vars(o).items():
                if (self._is_routine(value) or inspect.isclass(value)) and self._belongs(module, value):
                    self._visit(found, value, f'{name}.{key}', module, lines, globs, seen)
            for key, value in getattr(o, '__test__', {}).items():
                if not isinstance(key, str):
                    raise ValueError(f'DocTestFinder.find: __test__ keys must be strings: {type(key)!r}')
                if not (self._is_routine(value) or inspect.isclass(value) or inspect.ismodule(value)
                        or isinstance(value, str)):
                    raise ValueError('DocTestFinder.find: __test__ values must be strings, functions, methods, '
                                     f'classes, or modules: {type(value)!r}')
                self._visit(found, value, f'{name}.__test__.{key}', module, lines, globs, seen)
        if inspect.isclass(o) and self._recurse:
            for key, value in vars(o).items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (self._is_routine(value) or inspect.isclass(value) or isinstance(value, property)) and (
                        self._belongs(module, value)):
                    self._visit(found, value, f'{name}.{key}', module, lines, globs, seen)

    def _test(self, o, name, module, globs, lines):
        text = o if isinstance(o, str) else getattr(o, '__doc__', None)
        text = '' if text is None else str(text)
        if not text and self._exclude_empty:
            return None
        file = getattr(module, '__file__', None) or getattr(module, '__name__', None) if module is not None else None
        return self._parser.get_doctest(text, globs, name, file, self._line(o, lines))

    def _line(self, o, lines):
        """The index of the line where the docstring begins, or None."""
        start = 0 if inspect.ismodule(o) and o.__doc__ is not None else None
        if inspect.isclass(o) and o.__doc__ is not None:
            start = vars(o).get('__firstlineno__')
            start = None if start is None else start - 1
        code = getattr(o, 'fget', None) if isinstance(o, property) else getattr(o, '__func__', o)
        code = getattr(inspect.unwrap(code) if inspect.isroutine(code) else code, '__code__', None)
        if start is None and inspect.iscode(code) and getattr(o, '__doc__', None):
            start = code.co_firstlineno - 1
        if start is None or lines is None:
            return start
        for number in range(start, len(lines)):
            if re.match(r'\s*\w*[\'"]', lines[number]):
                return number
            if re.search(r':\s*\w*[\'"]', lines[number]) and not re.match(r'\s*@', lines[number]):
                return number
        return None


# --- comparing ---

def _ellipsis_match(want, got):
    """Does got match, where ... in want stands for anything?"""
    first, *middle = want.split(ELLIPSIS_MARKER)
    if not middle:
        return want == got
    last = middle.pop()
    if len(first) + len(last) > len(got) or not got.startswith(first) or not got.endswith(last):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in middle:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


class OutputChecker:
    """Compares output with what was wanted, and tells the difference."""

    def check_output(self, want, got, optionflags):
        """Is got what was wanted, in the sense of the options?"""
        want, got = (text.encode('ascii', 'backslashreplace').decode() for text in (want, got))
        if want == got:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf'(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if want == got:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = ' '.join(want.split()), ' '.join(got.split())
            if want == got:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        """The difference as text, ready to be printed."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        is_long = want.count('\n') > 2 and got.count('\n') > 2
        if optionflags & REPORT_NDIFF or optionflags & (REPORT_UDIFF | REPORT_CDIFF) and is_long:
            return self._difference(want.splitlines(keepends=True), got.splitlines(keepends=True), optionflags)
        parts = [f'Expected:\n{_indented(want)}' if want else 'Expected nothing\n',
                 f'Got:\n{_indented(got)}' if got else 'Got nothing\n']
        return ''.join(parts) if want or got else 'Expected nothing\nGot nothing\n'

    def _difference(self, want, got, optionflags):
        if optionflags & REPORT_UDIFF:
            kind, lines = 'unified diff with -expected +actual', list(difflib.unified_diff(want, got, n=2))[2:]
        elif optionflags & REPORT_CDIFF:
            kind = 'context diff with expected followed by actual'
            lines = list(difflib.context_diff(want, got, n=2))[2:]
        else:
            kind = 'ndiff with -expected +actual'
            lines = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want, got))
        return f'Differences ({kind}):\n' + _indented(''.join(line.rstrip() + '\n' for line in lines))


# --- running ---

class DocTestFailure(Exception):
    """An example gave something else. It has the attributes test, example and got."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised what it was not meant to. It has the attributes test, example and exc_info."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class _Output(io.StringIO):
    """What an example writes."""

    def getvalue(self):
        text = super().getvalue()
        return text if not text or text.endswith('\n') else text + '\n'

    def truncate(self, size=None):
        self.seek(size)
        super().truncate()


def _without_detail(message):
    """The name of the exception in a message, without its module."""
    head = message.split('\n', 1)[0].split(':', 1)[0]
    return head.rpartition('.')[2]


class DocTestRunner:
    """Runs examples, and reports those that give something else than they should."""

    DIVIDER = _RULE

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}  # name: (failures, tries, skips)

    def report_start(self, out, test, example):
        """An example is about to run."""
        if self._verbose:
            want = f'Expecting:\n{_indented(example.want)}' if example.want else 'Expecting nothing\n'
            out(f'Trying:\n{_indented(example.source)}{want}')

    def report_success(self, out, test, example, got):
        """An example gave what it should."""
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        """An example gave something else."""
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """An example raised what it should not."""
        text = ''.join(traceback.format_exception(*exc_info))
        out(f'{self._header(test, example)}Exception raised:\n{_indented(text)}')

    def _header(self, test, example):
        if test.filename:
            line = test.lineno + example.lineno + 1 if test.lineno is not None and example.lineno is not None else '?'
            place = f'File "{test.filename}", line {line}, in {test.name}'
        else:
            place = f'Line {example.lineno + 1}, in {test.name}'
        return f'{self.DIVIDER}\n{place}\nFailed example:\n{_indented(example.source)}'

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a test: a TestResults. What is to be printed goes to the function out."""
        if compileflags is None:
            compileflags = sum({feature.compiler_flag for name in __future__.all_feature_names
                                if test.globs.get(name) is (feature := getattr(__future__, name))})
        self.test, self._fakeout = test, _Output()
        before = sys.stdout, linecache.getlines, sys.displayhook, self.optionflags
        write = sys.stdout.write if out is None else out
        lines_of = linecache.getlines

        def getlines(filename, module_globals=None):
            match = re.fullmatch(r'<doctest (?P<name>.+)\[(?P<number>\d+)\]>', filename)
            if match and match['name'] == test.name:
                return test.examples[int(match['number'])].source.splitlines(keepends=True)
            return lines_of(filename, module_globals)

        sys.stdout, linecache.getlines, sys.displayhook = self._fakeout, getlines, sys.__displayhook__
        try:
            return self._run_all(test, compileflags, write)
        finally:
            sys.stdout, linecache.getlines, sys.displayhook, self.optionflags = before
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def _run_all(self, test, compileflags, out):
        failures = tries = skips = 0
        options = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = options
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            tries += 1
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            if not self._run_one(test, number, example, compileflags, out, quiet):
                failures += 1
                if self.optionflags & FAIL_FAST:
                    break
        self.optionflags = options
        old = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = tuple(a + b for a, b in zip(old, (failures, tries, skips)))
        self.failures, self.tries, self.skips = self.failures + failures, self.tries + tries, self.skips + skips
        return TestResults(failures, tries, skipped=skips)

    def _run_one(self, test, number, example, compileflags, out, quiet):
        """Did the example give what it should? If not, that is reported, unless it is to be quiet."""
        raised = None
        try:
            code = compile(example.source, f'<doctest {test.name}[{number}]>', 'single', compileflags, True)
            exec(code, test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            raised = type(error), error, error.__traceback__.tb_next
        got = self._fakeout.getvalue()
        self._fakeout.truncate(0)
        check = self._checker.check_output
        if raised is None:
            right = check(example.want, got, self.optionflags)
        elif example.exc_msg is None:
            if not quiet:
                self.report_unexpected_exception(out, test, example, raised)
            return False
        else:
            lines = traceback.format_exception_only(*raised[:2])
            if issubclass(raised[0], SyntaxError):  # the message is its last line; the source stands before it
                start = next(i for i, line in enumerate(lines) if re.match(rf'(?:\w+\.)*{raised[0].__name__}\b', line))
                lines = lines[start:]
            message = ''.join(lines)
            got += ''.join(traceback.format_exception(*raised))
            right = check(example.exc_msg, message, self.optionflags)
            if not right and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                right = check(_without_detail(example.exc_msg), _without_detail(message), self.optionflags)
        if not quiet:
            (self.report_success if right else self.report_failure)(out, test, example, got)
        return right

    def summarize(self, verbose=None):
        """Prints how many examples of which tests failed: a TestResults for all."""
        verbose = self._verbose if verbose is None else verbose
        items = sorted(self._stats.items())
        failed = [(name, *counts) for name, counts in items if counts[0]]
        empty = [name for name, (failures, tries, skips) in items if not tries]
        passed = [(name, tries) for name, (failures, tries, skips) in items if tries and not failures]

        def listing(names, what):
            print(f"{len(names)} {'item' if len(names) == 1 else 'items'} {what}:")
        if verbose and empty:
            listing(empty, 'had no tests')
            for name in empty:
                print(f'    {name}')
        if verbose and passed:
            listing(passed, 'passed all tests')
            for name, tries in passed:
                print(f" {tries:3d} {'test' if tries == 1 else 'tests'} in {name}")
        if failed:
            print(self.DIVIDER)
            listing(failed, 'had failures')
            for name, failures, tries, skips in failed:
                print(f' {failures:3d} of {tries:3d} in {name}')
        if verbose:
            print(f"{self.tries} {'test' if self.tries == 1 else 'tests'} in {len(items)} "
                  f"{'item' if len(items) == 1 else 'items'}.")
            also = f' and {self.failures} failed' if self.failures else ''
            print(f'{self.tries - self.failures} passed{also}.')
        skipped = f"{self.skips} skipped {'test' if self.skips == 1 else 'tests'}"
        if self.failures:
            print(f"***Test Failed*** {self.failures} {'failure' if self.failures == 1 else 'failures'}"
                  f"{f' and {skipped}' if self.skips else ''}.")
        elif self.skips:
            if verbose:
                print(f'Test passed and {skipped}.')
        elif verbose:
            print('Test passed.')
        return TestResults(self.failures, self.tries, skipped=self.skips)

    def merge(self, other):
        """Adds the counts of another runner."""
        for name, counts in other._stats.items():
            self._stats[name] = tuple(a + b for a, b in zip(self._stats.get(name, (0, 0, 0)), counts))


class DebugRunner(DocTestRunner):
    """Runs examples, and raises DocTestFailure or UnexpectedException at the first that fails."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# --- all together ---

master = None  # the runner that has the counts of all calls of testmod() and testfile()


def _run_tests(tests, verbose, optionflags, raise_on_error, report):
    global master
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Runs the examples in a module, __main__ if none is given: (failed, attempted)."""
    m = sys.modules.get('__main__') if m is None else m
    if not inspect.ismodule(m):
        raise TypeError(f'testmod: module required; {m!r}')
    finder = DocTestFinder(exclude_empty=exclude_empty)
    tests = finder.find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs)
    return _run_tests(tests, verbose, optionflags, raise_on_error, report)


def _module_of(package):
    if inspect.ismodule(package):
        return package
    if isinstance(package, str):
        return __import__(package, fromlist=['*'])
    return sys.modules[sys._getframe(2).f_globals['__name__']]


def _read(filename, package, encoding, module_relative):
    """The text of a file and its path."""
    if module_relative:
        if filename.startswith('/'):
            raise ValueError('Module-relative files may not have absolute paths')
        base = getattr(package, '__file__', None)
        folder = os.path.dirname(base) if base else os.curdir
        filename = os.path.join(folder, *filename.split('/'))
    with open(filename, encoding=encoding) as file:
        return file.read(), filename


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
             optionflags=0, extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Runs the examples in a text file, whose path is relative to the module that calls: (failed, attempted)."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, filename = _read(filename, _module_of(package), encoding or 'utf-8', module_relative)
    globs = dict(globs or {}) | (extraglobs or {})
    globs.setdefault('__name__', '__main__')
    test = parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0)
    return _run_tests([test], verbose, optionflags, raise_on_error, report)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Runs the examples in the docstring of an object; nothing is printed if all is well."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


# --- unittest ---

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Sets how failures in suites are reported: the flags before."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError('Only reporting flags allowed', flags)
    old, _unittest_reportflags = _unittest_reportflags, flags
    return old


class DocTestCase(unittest.TestCase):
    """The examples of one text as a test case."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_optionflags, self._dt_checker, self._dt_test = optionflags, checker, test
        self._dt_setUp, self._dt_tearDown, self._dt_globs = setUp, tearDown, test.globs.copy()

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def _flags(self):
        flags = self._dt_optionflags
        return flags if flags & REPORTING_FLAGS else flags | _unittest_reportflags

    def runTest(self):
        out = io.StringIO()
        runner = DocTestRunner(checker=self._dt_checker, verbose=False, optionflags=self._flags())
        runner.DIVIDER = '-' * 70
        results = runner.run(self._dt_test, out=out.write, clear_globs=False)
        if results.skipped == len(self._dt_test.examples) and self._dt_test.examples:
            raise unittest.SkipTest('all examples were skipped')
        if results.failed:
            raise self.failureException(self.format_failure(out.getvalue().rstrip('\n')))

    def format_failure(self, err):
        """What is said of examples that failed."""
        test = self._dt_test
        line = '%s' % (test.lineno if test.lineno is not None else 'unknown line number')
        return (f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in '
                f"{test.name.rpartition('.')[2]}\n\n{err}")

    def debug(self):
        """Runs the examples so that the first failure is an exception."""
        self.setUp()
        DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False).run(
            self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self._dt_test, self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker) == (
            other._dt_test, other._dt_optionflags, other._dt_setUp, other._dt_tearDown, other._dt_checker)

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

    def __repr__(self):
        *above, last = self._dt_test.name.split('.')
        return f"{last} ({'.'.join(above)})"

    __str__ = object.__str__

    def shortDescription(self):
        return 'Doctest: ' + self._dt_test.name


class DocFileCase(DocTestCase):
    """The examples of a file as a test case."""

    def id(self):
        return '_'.join(self._dt_test.name.split('.'))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        test = self._dt_test
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line 0\n\n{err}'


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """A suite with the examples of a module. options: setUp, tearDown, optionflags, checker."""
    module = _module_of(module)
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    cases = []
    for test in tests:
        if test.examples:
            if not test.filename:
                file = getattr(module, '__file__', None) or ''
                test.filename = file
            cases.append(DocTestCase(test, **options))
    return unittest.TestSuite(cases)


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    """A test case with the examples of a file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = _read(path, package, encoding or 'utf-8', module_relative)
    globs = dict(globs or {})
    globs.setdefault('__file__', path)
    return DocFileCase(parser.get_doctest(text, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    """A suite with the examples of files, whose paths are relative to the module that calls."""
    if kw.get('module_relative', True):
        kw['package'] = _module_of(kw.get('package'))
    return unittest.TestSuite([DocFileTest(path, **kw) for path in paths])


# --- examples as scripts ---

def script_from_examples(s):
    """Text with examples as a script: everything but their source becomes comments."""
    lines = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            lines.append(piece.source.removesuffix('\n'))
            if piece.want:
                lines.append('# Expected:')
                lines += ['## ' + line for line in piece.want.removesuffix('\n').split('\n')]
        else:
            lines += [('# ' + line).rstrip() if line.strip() else '#' for line in piece.split('\n')[:-1]]
    while lines and lines[-1] == '#':
        lines.pop()
    while lines and lines[0] == '#':
        lines.pop(0)
    return '\n'.join(lines) + '\n'


def testsource(module, name):
    """The examples of the object with that name in a module, as a script."""
    module = _module_of(module)
    for test in DocTestFinder().find(module):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, 'not found in tests')
