"""The command line: parsers that are told what arguments there are, and that write their own help."""

import os as _os
import re as _re
import sys as _sys

from ._base import (_LEFT_OVER, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, Action,
                    ArgumentError, ArgumentTypeError, BooleanOptionalAction, FileType, Namespace, _ActionsContainer,
                    _AppendAction, _AppendConstAction, _ArgumentGroup, _CountAction, _ExtendAction, _HelpAction,
                    _MutuallyExclusiveGroup, _StoreAction, _StoreConstAction, _StoreFalseAction, _StoreTrueAction,
                    _SubParsersAction, _VersionAction, _call_text, _name_of)
from ._help import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                    RawDescriptionHelpFormatter, RawTextHelpFormatter)

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
           'SUPPRESS', 'ZERO_OR_MORE']


for _public in (ArgumentError, ArgumentTypeError, BooleanOptionalAction, FileType, HelpFormatter, Namespace, Action,
                ArgumentDefaultsHelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter,
                MetavarTypeHelpFormatter):
    _public.__module__ = 'argparse'
del _public


def _program():
    """What the program is called on the command line."""
    spec = getattr(_sys.modules.get('__main__'), '__spec__', None)
    module = spec.name.removesuffix('.__main__') if spec is not None else ''
    script = _sys.argv[0]
    python = _os.path.basename(_sys.executable)
    if module:
        return f'{python} -m {module}'
    return f'{python} {script}' if _os.path.isdir(script) else _os.path.basename(script)


class ArgumentParser(_ActionsContainer):
    """Reads the arguments of a command line into a Namespace."""

    _negative_number_matcher = _re.compile(r'-\.?\d')

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True, *, suggest_on_error=False, color=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _program() if prog is None else prog
        self.usage, self.epilog, self.add_help, self.color = usage, epilog, add_help, color
        self.formatter_class, self.fromfile_prefix_chars = formatter_class, fromfile_prefix_chars
        self.allow_abbrev, self.suggest_on_error = allow_abbrev, suggest_on_error
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            dash = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(f'{dash}h', f'{dash}{dash}help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError('parents must be a list of ArgumentParser')
            self._adopt(parent)
            self._defaults |= parent._defaults

    def __repr__(self):
        shown = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        return _call_text(type(self).__name__, (), [(name, getattr(self, name)) for name in shown])

    # --- what there is

    def add_subparsers(self, *, title=None, description=None, prog=None, action='parsers', **kwargs):
        """Parsers for commands: add_parser(name) of what this returns makes one."""
        if self._subparsers is not None:
            raise ValueError('cannot have multiple subparser arguments')
        if title is None and description is None:
            self._subparsers = self._positionals
        else:
            self._subparsers = self.add_argument_group('subcommands' if title is None else title, description)
        if prog is None:
            page = self._get_formatter()
            page.add_usage(None, self._positional_actions(), self._mutually_exclusive_groups, '')
            prog = page.format_help().strip()
        make = self._registered('action', action)
        commands = make([], prog=prog, **{'parser_class': type(self), **kwargs})
        self._check_texts(commands)
        return self._subparsers._add_action(commands)

    def _add_action(self, action):
        group = self._optionals if action.option_strings else self._positionals
        return group._add_action(action)

    def _positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def _check_texts(self, action):
        page = self._get_formatter()
        try:
            page._format_args(action, None)
        except TypeError:
            raise ValueError("length of metavar tuple does not match nargs") from None
        if action.help:
            try:
                page._expand_help(action)
            except (KeyError, TypeError, ValueError) as err:
                raise ValueError('badly formed help string') from err

    # --- parsing

    def parse_args(self, args=None, namespace=None):
        """A Namespace with what the arguments say; exits with a message when they are wrong."""
        args, rest = self.parse_known_args(args, namespace)
        self._refuse_rest(rest)
        return args

    def _refuse_rest(self, rest):
        if rest:
            message = f"unrecognized arguments: {' '.join(rest)}"
            if self.exit_on_error:
                self.error(message)
            raise ArgumentError(None, message)

    def parse_known_args(self, args=None, namespace=None):
        """(namespace, arguments that are not known)"""
        return self._parse(args, namespace, False)

    def parse_intermixed_args(self, args=None, namespace=None):
        """As parse_args, but options may stand between the arguments of one positional."""
        args, rest = self.parse_known_intermixed_args(args, namespace)
        self._refuse_rest(rest)
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        for action in self._positional_actions():
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        return self._parse(args, namespace, True)

    def _parse(self, args, namespace, intermixed):
        args = list(_sys.argv[1:] if args is None else args)
        result = Namespace() if namespace is None else namespace
        defaults = [(action.dest, action.default) for action in self._actions
                    if action.dest is not SUPPRESS and action.default is not SUPPRESS]
        for dest, default in (*defaults, *self._defaults.items()):
            if not hasattr(result, dest):
                setattr(result, dest, default)
        try:
            if self.fromfile_prefix_chars is not None:
                args = self._read_args_from_files(args)
            rest = _Parse(self, args, result, intermixed).run()
        except ArgumentError as err:
            if not self.exit_on_error:
                raise
            self.error(str(err))
        if hasattr(result, _LEFT_OVER):
            rest += getattr(result, _LEFT_OVER)
            delattr(result, _LEFT_OVER)
        return result, rest

    def _read_args_from_files(self, args):
        result = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                result.append(arg)
                continue
            try:
                with open(arg[1:], encoding=_sys.getfilesystemencoding(),
                          errors=_sys.getfilesystemencodeerrors()) as file:
                    inner = []
                    for line in file.read().splitlines():
                        inner.extend(self.convert_arg_line_to_args(line))
                    result.extend(self._read_args_from_files(inner))
            except OSError as err:
                raise ArgumentError(None, str(err))
        return result

    def convert_arg_line_to_args(self, arg_line):
        """The arguments in a line of a file."""
        return [arg_line]

    # --- what an argument is

    def _parse_optional(self, arg):
        """[(action, option, separator, argument)] for what looks like an option; None for a positional."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._option_string_actions:
            return [(self._option_string_actions[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        option, separator, explicit = arg.partition('=')
        if separator and option in self._option_string_actions:
            return [(self._option_string_actions[option], option, separator, explicit)]
        found = self._get_option_tuples(arg)
        if found:
            return found
        if self._negative_number_matcher.match(arg) and not any(
                self._negative_number_matcher.match(option) for option in self._option_string_actions):
            return None
        if ' ' in arg:
            return None
        return [(None, arg, None, None)]

    def _get_option_tuples(self, arg):
        """The options that the argument may be short for."""
        prefix, separator, explicit = arg.partition('=')
        if not separator:
            separator = explicit = None
        is_long = arg[1] in self.prefix_chars
        result = []
        for option, action in self._option_string_actions.items():
            if not is_long and option == arg[:2]:
                result.append((action, option, '', arg[2:]))
            elif self.allow_abbrev and option.startswith(prefix):
                result.append((action, option, separator, explicit))
        return result

    def _get_nargs_pattern(self, action):
        """How many arguments an action takes, as a pattern over A (argument), O (option) and - (the first --)."""
        nargs = action.nargs
        if isinstance(nargs, int):
            return f"({'A' * nargs})" if action.option_strings else f"(-*{'-*'.join('A' * nargs)}-*)"
        of_option, of_positional = {None: ('(A)', '(-*A-*)'), OPTIONAL: ('(A?)', '(-*A?-*)'),
                                    ZERO_OR_MORE: ('(A*)', '(-*[A-]*)'), ONE_OR_MORE: ('(A+)', '(-*A[A-]*)'),
                                    REMAINDER: ('([AO]*)', '([AO-]*)'), PARSER: ('(A[AO]*)', '(-*A[AO-]*)'),
                                    SUPPRESS: ('()', '(-*)')}[nargs]
        return of_option if action.option_strings else of_positional

    def _match_argument(self, action, pattern):
        found = _re.match(self._get_nargs_pattern(action), pattern)
        if found is None:
            messages = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                        ONE_OR_MORE: 'expected at least one argument'}
            message = messages.get(action.nargs)
            if message is None:
                message = f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"
            raise ArgumentError(action, message)
        return len(found.group(1))

    def _match_arguments_partial(self, actions, pattern):
        """How many arguments each of the first actions takes: as many actions as possible."""
        patterns = [self._get_nargs_pattern(action) for action in actions]
        while patterns:
            found = _re.match(''.join(patterns), pattern)
            if found is not None:
                counts = [len(text) for text in found.groups()]
                # An action that takes nothing waits for options that may still come.
                if found.end() < len(pattern) and pattern[found.end()] == 'O':
                    while counts and counts[-1] == 0:
                        counts.pop()
                return counts
            patterns.pop()
        return []

    # --- values

    def _get_values(self, action, arg_strings):
        """What an action is called with."""
        nargs = action.nargs
        if nargs == SUPPRESS:
            return SUPPRESS
        if not arg_strings:
            if nargs == OPTIONAL:
                value = action.const if action.option_strings else action.default
                return self._get_value(action, value) if isinstance(value, str) and value is not SUPPRESS else value
            if nargs == ZERO_OR_MORE and not action.option_strings:
                return [] if action.default is None else action.default
        values = [self._get_value(action, arg) for arg in arg_strings]
        checked = {PARSER: values[:1], REMAINDER: []}.get(nargs, values)
        for value in checked:
            self._check_value(action, value)
        return values[0] if nargs in (None, OPTIONAL) else values

    def _get_value(self, action, arg):
        convert = self._registered('type', action.type)
        if not callable(convert):
            raise TypeError(f'{convert!r} is not callable')
        try:
            return convert(arg)
        except ArgumentTypeError as err:
            message = str(err)
        except (ValueError, TypeError):
            message = f"invalid {getattr(action.type, '__name__', repr(action.type))} value: {arg!r}"
        raise ArgumentError(action, message)

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value in choices:
            return
        message = f'invalid choice: {str(value)!r}'
        if self.suggest_on_error and isinstance(value, str) and all(isinstance(c, str) for c in action.choices):
            import difflib
            close = difflib.get_close_matches(value, action.choices, 1)
            if close:
                message += f', maybe you meant {close[0]!r}?'
        raise ArgumentError(action, f"{message} (choose from {', '.join(repr(str(c)) for c in action.choices)})")

    # --- help

    def _page(self):
        """A formatter that has the usage."""
        page = self._get_formatter()
        page.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return page

    def format_usage(self):
        return self._page().format_help()

    def format_help(self):
        page = self._page()
        page.add_text(self.description)
        for group in self._action_groups:
            page.start_section(group.title)
            page.add_text(group.description)
            page.add_arguments(group._group_actions)
            page.end_section()
        page.add_text(self.epilog)
        return page.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if not message:
            return
        try:
            (file or _sys.stderr).write(message)
        except (OSError, AttributeError):   # there may be no file at all
            pass

    def _warn(self, message):
        self._print_message(f'{self.prog}: warning: {message}\n')

    def exit(self, status=0, message=None):
        self._print_message(message)
        _sys.exit(status)

    def error(self, message):
        """Prints the usage and the message, and exits with status 2."""
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


class _Parse:
    """One run over a list of arguments."""

    def __init__(self, parser, args, namespace, intermixed):
        self.parser, self.args, self.namespace, self.intermixed = parser, args, namespace, intermixed
        self.warned = set()
        self.extras = []
        self.extras_pattern = []
        self.seen = set()
        self.seen_non_default = set()
        self.positionals = parser._positional_actions()
        # A letter for each argument: O option, A argument, - the first --.
        self.options = {}
        letters = []
        rest = iter(enumerate(args))
        for i, arg in rest:
            if arg == '--':
                letters.append('-')
                letters.extend('A' for _ in rest)
                break
            found = parser._parse_optional(arg)
            if found is None:
                letters.append('A')
            else:
                self.options[i] = found
                letters.append('O')
        self.pattern = ''.join(letters)
        # What each action excludes.
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [other for other in group._group_actions if other is not action]
                self.conflicts.setdefault(action, []).extend(others)

    def take(self, action, arg_strings, option_string=None):
        self.seen.add(action)
        if action.deprecated and (arg_strings or option_string is not None):
            self.warn_of(action, option_string)
        values = self.parser._get_values(action, arg_strings)
        if action.option_strings or arg_strings:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.seen_non_default:
                    raise ArgumentError(action, f'not allowed with argument {_name_of(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option_string)

    def warn_of(self, action, option):
        """Says that an argument is deprecated, once."""
        name = _name_of(action) if option is None else option
        if name not in self.warned:
            self.warned.add(name)
            kind = 'argument' if option is None else 'option'
            self.parser._warn(f'{kind} {name!r} is deprecated')

    def option(self, start):
        """Takes the option at start, and short ones that are written together with it; returns where it ends."""
        found = self.options[start]
        if len(found) > 1:
            options = ', '.join(option for action, option, separator, explicit in found)
            raise ArgumentError(None, f'ambiguous option: {self.args[start]} could match {options}')
        action, option, separator, explicit = found[0]
        taken = []
        while True:
            if action is None:
                self.extras.append(self.args[start])
                self.extras_pattern.append('O')
                return start + 1
            if explicit is None:
                stop = start + 1
                count = self.parser._match_argument(action, self.pattern[stop:])
                taken.append((action, self.args[stop:stop + count], option))
                stop += count
                break
            count = self.parser._match_argument(action, 'A')
            if count == 0 and option[1] not in self.parser.prefix_chars and explicit != '':
                # Flags that are written together: the rest begins with another one.
                if separator or explicit[0] in self.parser.prefix_chars:
                    raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
                taken.append((action, [], option))
                option = option[0] + explicit[0]
                rest = explicit[1:]
                if option not in self.parser._option_string_actions:
                    self.extras.append(option[0] + explicit)
                    self.extras_pattern.append('O')
                    stop = start + 1
                    break
                action = self.parser._option_string_actions[option]
                if not rest:
                    separator = explicit = None
                elif rest[0] == '=':
                    separator, explicit = '=', rest[1:]
                else:
                    separator, explicit = '', rest
                continue
            if count == 1:
                stop = start + 1
                taken.append((action, [explicit], option))
                break
            raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
        for action, arg_strings, option in taken:
            self.take(action, arg_strings, option)
        return stop

    def consume_positionals(self, start):
        counts = self.parser._match_arguments_partial(self.positionals, self.pattern[start:])
        for action, count in zip(self.positionals, counts):
            arg_strings = self.args[start:start + count]
            # The first -- is no argument, but that of a command belongs to its parser, unless it is in front.
            letters = self.pattern[start:start + (1 if action.nargs == PARSER else count)]
            if action.nargs != REMAINDER and '-' in letters:
                arg_strings.remove('--')
            start += count
            self.take(action, arg_strings)
        self.positionals = self.positionals[len(counts):]
        return start

    def run(self):
        last_option = max(self.options, default=-1)
        i = 0
        while i <= last_option:
            next_option = i
            while next_option not in self.options:
                next_option += 1
            if not self.intermixed and i != next_option:
                end = self.consume_positionals(i)
                if end > i:
                    i = end
                    continue
            if i not in self.options:
                self.extras.extend(self.args[i:next_option])
                self.extras_pattern.extend(self.pattern[i:next_option])
                i = next_option
            i = self.option(i)
        if self.intermixed:
            # The positionals have waited for the end; what is between the options belongs to them.
            self.extras.extend(self.args[i:])
            self.extras_pattern.extend(self.pattern[i:])
            i = self._take_intermixed()
        else:
            i = self.consume_positionals(i)
            self.extras.extend(self.args[i:])
        self._check_required()
        return self.extras

    def _take_intermixed(self):
        args, pattern = [], []
        rest = []
        for arg, letter in zip(self.extras, self.extras_pattern):
            if letter == 'O':
                rest.append(arg)
            else:
                args.append(arg)
                pattern.append(letter)
        self.args, self.pattern = args, ''.join(pattern)
        end = self.consume_positionals(0)
        self.extras = rest + args[end:]
        return end

    def _check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif (action.default is not None and isinstance(action.default, str) and
                  hasattr(self.namespace, action.dest) and
                  action.default is getattr(self.namespace, action.dest)):
                # Defaults that are strings are converted as arguments are.
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_non_default for action in group._group_actions):
                names = [_name_of(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
