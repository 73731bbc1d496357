"""The actions of argparse, and the groups that they are in.

Most actions only compute a new value for an attribute of the namespace: those derive from _Setting and say how in
_updated. A group shares the tables of its parser (_SHARED), so that an action that is added to the group is one of the
parser's, too.
"""

import sys as _sys

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
PARSER = 'A...'
REMAINDER = '...'

# The attribute in which subparsers hand over the arguments that they do not know.
_LEFT_OVER = '_unrecognized_args'


def _call_text(function, positional, keywords):
    """How a call is written; keywords are pairs, and what is no identifier goes into a dict behind **."""
    plain = [f'{key}={value!r}' for key, value in keywords if key.isidentifier()]
    others = {key: value for key, value in keywords if not key.isidentifier()}
    return f"{function}({', '.join([*map(repr, positional), *plain, *([f'**{others!r}'] if others else [])])})"


def braced(choices):
    return '{' + ','.join(str(choice) for choice in choices) + '}'


class Namespace:
    """The attributes that the arguments set."""

    def __init__(self, **kwargs):
        for attribute in kwargs.items():
            setattr(self, *attribute)

    def __repr__(self):
        return _call_text(type(self).__name__, (), vars(self).items())

    def __eq__(self, other):
        return vars(other) == vars(self) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in vars(self)


def _name_of(action):
    """What messages call an action; None: nothing."""
    if action is None:
        return None
    if action.option_strings:
        return '/'.join(action.option_strings)
    metavar = action.metavar
    if isinstance(metavar, tuple):
        if action.nargs == ONE_OR_MORE or action.nargs == ZERO_OR_MORE and len(metavar) == 2:
            return f'{metavar[0]}[, {metavar[1]}]'
        return ', '.join(metavar)
    for name in (metavar, action.dest):
        if name is not None and name != SUPPRESS:
            return name
    return braced(action.choices) if action.choices else None


class ArgumentError(Exception):
    """An argument is wrong: argument_name and message."""

    def __init__(self, argument, message):
        self.argument_name, self.message = _name_of(argument), message

    def __str__(self):
        where = '' if self.argument_name is None else f'argument {self.argument_name}: '
        return f'{where}{self.message}'


class ArgumentTypeError(Exception):
    """Raised by a type function with a message of its own."""


# --- actions

_FIELDS = ('option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help', 'metavar',
           'deprecated')


class Action:
    """What is done with an argument: called with (parser, namespace, values, option_string)."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        given = locals()
        for field in _FIELDS:
            setattr(self, field, given[field])

    def __repr__(self):
        return _call_text(type(self).__name__, (), [(field, getattr(self, field)) for field in _FIELDS])

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


class BooleanOptionalAction(Action):
    """--flag and --no-flag."""

    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        both = []
        for positive in option_strings:
            if positive.startswith('--no-'):
                raise ValueError(f'invalid option name {positive!r} for BooleanOptionalAction')
            both += [positive, f'--no-{positive[2:]}'] if positive.startswith('--') else [positive]
        super().__init__(both, dest, nargs=0, default=default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _Setting(Action):
    """Sets its attribute to what _updated makes of the value that it has (None: it has none) and the arguments."""

    def __call__(self, parser, namespace, values, option_string=None):
        before = getattr(namespace, self.dest, None)
        setattr(namespace, self.dest, self._updated(before, values))


def _check_nargs(nargs, const, kind, hint):
    if nargs == 0:
        raise ValueError(f'nargs for {kind} actions must be != 0; if {hint} may be more appropriate')
    if const is not None and nargs != OPTIONAL:
        raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')


class _StoreAction(_Setting):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        _check_nargs(nargs, const, 'store', 'you have nothing to store, actions such as store true or store const')
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def _updated(self, before, values):
        return values


class _StoreConstAction(_Setting):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, deprecated=deprecated)

    def _updated(self, before, values):
        return self.const


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help, deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help, deprecated=deprecated)


def _fresh(items):
    """A copy that may be changed: the default itself stays as it is."""
    if items is None:
        return []
    if type(items) is list:
        return items.copy()
    import copy
    return copy.copy(items)


class _AppendAction(_Setting):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        _check_nargs(nargs, const, 'append',
                     'arg strings are not supplying the value to append, the append const action')
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def _updated(self, before, values):
        result = _fresh(before)
        result.append(values)
        return result


class _ExtendAction(_AppendAction):
    def _updated(self, before, values):
        result = _fresh(before)
        result.extend(values)
        return result


class _AppendConstAction(_Setting):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar,
                         deprecated=deprecated)

    def _updated(self, before, values):
        result = _fresh(before)
        result.append(self.const)
        return result


class _CountAction(_Setting):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, None, default, required=required, help=help, deprecated=deprecated)

    def _updated(self, before, values):
        return 1 if before is None else before + 1


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, None, default, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, None, default,
                         help="show program's version number and exit" if help is None else help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        page = parser._get_formatter()
        page.add_text(parser.version if self.version is None else self.version)
        parser._print_message(page.format_help(), _sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    """Its first argument is a command; the others are parsed by the parser of that name."""

    class _ChoicesPseudoAction(Action):
        """A command in the help."""

        def __init__(self, name, aliases, help):
            shown = f"{name} ({', '.join(aliases)})" if aliases else name
            super().__init__([], shown, help=help, metavar=shown)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prefix = prog
        self._make_parser = parser_class
        self._commands = []
        self._parsers = {}
        self._outdated = set()
        super().__init__(option_strings, dest, PARSER, choices=self._parsers, required=required, help=help,
                         metavar=metavar)

    @property
    def _name_parser_map(self):
        return self._parsers

    def add_parser(self, name, *, deprecated=False, aliases=(), prog=None, **kwargs):
        for kind, each in (('', name), *((' alias', alias) for alias in aliases)):
            if each in self._parsers:
                raise ValueError(f'conflicting subparser{kind}: {each}')
        command = self._ChoicesPseudoAction(name, aliases, kwargs.pop('help')) if 'help' in kwargs else None
        if command is not None:
            self._commands.append(command)
        parser = self._make_parser(prog=f'{self._prefix} {name}' if prog is None else prog, **kwargs)
        if command is not None:
            parser._check_texts(command)
        self._parsers.update(dict.fromkeys((name, *aliases), parser))
        if deprecated:
            self._outdated |= {name, *aliases}
        return parser

    def _get_subactions(self):
        return self._commands

    def __call__(self, parser, namespace, values, option_string=None):
        command, *arguments = values
        if self.dest != SUPPRESS:
            setattr(namespace, self.dest, command)
        if command not in self._parsers:
            raise ArgumentError(self, f"unknown parser {command!r} (choices: {', '.join(self._parsers)})")
        if command in self._outdated:
            parser._warn(f'command {command!r} is deprecated')
        # Into a namespace of its own, so that the defaults of the subparser win.
        inner, rest = self._parsers[command].parse_known_args(arguments, None)
        for attribute in vars(inner).items():
            setattr(namespace, *attribute)
        if rest:
            setattr(namespace, _LEFT_OVER, getattr(namespace, _LEFT_OVER, []) + rest)


class FileType:
    """A type that opens the file of that name; '-' is standard input or output."""

    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        import warnings
        warnings.warn("FileType is deprecated. Simply open files after parsing arguments.",
                      category=PendingDeprecationWarning, stacklevel=2)
        self._how = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == '-':
            return self._standard_file(self._how[0])
        try:
            return open(string, *self._how)
        except OSError as e:
            raise ArgumentTypeError(f"can't open '{string}': {e}")

    @staticmethod
    def _standard_file(mode):
        if 'r' in mode:
            file = _sys.stdin
        elif set(mode) & set('wax'):
            file = _sys.stdout
        else:
            raise ValueError(f'argument "-" with mode {mode!r}')
        return file.buffer if 'b' in mode else file

    def __repr__(self):
        *positional, encoding, errors = self._how
        keywords = (('encoding', encoding), ('errors', errors))
        return _call_text(type(self).__name__, [value for value in positional if value != -1],
                         [(key, value) for key, value in keywords if value is not None])


# --- what holds actions

_ACTION_CLASSES = {
    None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction,
    'store_false': _StoreFalseAction, 'append': _AppendAction, 'append_const': _AppendConstAction,
    'count': _CountAction, 'help': _HelpAction, 'version': _VersionAction, 'parsers': _SubParsersAction,
    'extend': _ExtendAction,
}

_SHARED = ('_registries', '_actions', '_option_string_actions', '_defaults', '_mutually_exclusive_groups')


def _unchanged(argument):
    """The type of arguments that have none."""
    return argument


class _ActionsContainer:
    """A parser or a group."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f'invalid conflict_resolution value: {conflict_handler!r}')
        self.description, self.argument_default = description, argument_default
        self.prefix_chars, self.conflict_handler = prefix_chars, conflict_handler
        self._registries = {'action': _ACTION_CLASSES.copy(), 'type': {None: _unchanged}}
        self._actions = []
        self._option_string_actions = {}
        self._action_groups, self._mutually_exclusive_groups = [], []
        self._defaults = {}

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registered(self, kind, name):
        """What is registered under a name; the name itself if nothing is."""
        try:
            return self._registries[kind].get(name, name)
        except TypeError:   # it cannot be a key
            return name

    def set_defaults(self, **kwargs):
        """Attributes of the namespace that no argument need set."""
        self._defaults |= kwargs
        for action in self._actions:
            action.default = kwargs.get(action.dest, action.default)

    def get_default(self, dest):
        defaults = (action.default for action in self._actions if action.dest == dest)
        return next((default for default in defaults if default is not None), self._defaults.get(dest))

    def add_argument(self, *args, **kwargs):
        """add_argument(name or flags..., action=, nargs=, const=, default=, type=, choices=, required=, help=,
        metavar=, dest=)"""
        if len(args) > 1 or args and args[0] and args[0][0] in self.prefix_chars:
            fields = self._option_fields(args, **kwargs)
        elif args and 'dest' in kwargs:
            raise TypeError('dest supplied twice for positional argument, did you mean metavar?')
        else:
            fields = self._get_positional_kwargs(*args, **kwargs)
        if 'default' not in fields:
            if fields['dest'] in self._defaults:
                fields['default'] = self._defaults[fields['dest']]
            elif self.argument_default is not None:
                fields |= {'default': self.argument_default}
        name = fields.pop('action', None)
        make = self._registered('action', name)
        if not callable(make):
            raise ValueError(f'unknown action {make!r}')
        action = make(**fields)
        if action.nargs == 0 and not action.option_strings:
            raise ValueError(f'action {name!r} is not valid for positional arguments')
        convert = self._registered('type', action.type)
        if not callable(convert):
            raise TypeError(f'{convert!r} is not callable')
        if convert is FileType:
            raise TypeError(f'{convert!r} is a FileType class object, instance of it must be passed')
        self._check_texts(action)
        return self._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        count = kwargs.get('nargs')
        if count == 0:
            raise ValueError('nargs for positionals must be != 0')
        may_be_missing = count in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS)
        return {**kwargs, **({} if may_be_missing else {'required': True}), 'dest': dest, 'option_strings': []}

    def _option_fields(self, options, dest=None, **kwargs):
        for option in options:
            if not option.startswith(tuple(self.prefix_chars)):
                raise ValueError(f'invalid option string {option!r}: must start with a character '
                                 f'{self.prefix_chars!r}')
        if dest is None:
            # The first long option gives the name; else, the first one.
            model = next((option for option in options if option[1:2] and option[1] in self.prefix_chars), options[0])
            dest = model.lstrip(self.prefix_chars).replace('-', '_')
            if not dest:
                raise TypeError(f'dest= is required for options like {model!r}')
        return {**kwargs, 'dest': dest, 'option_strings': list(options)}

    def _check_texts(self, action):
        """Refuses texts that the help cannot show. Only parsers know how it is formatted."""

    def add_argument_group(self, *args, **kwargs):
        self._action_groups.append(_ArgumentGroup(self, *args, **kwargs))
        return self._action_groups[-1]

    def add_mutually_exclusive_group(self, **kwargs):
        self._mutually_exclusive_groups.append(_MutuallyExclusiveGroup(self, **kwargs))
        return self._mutually_exclusive_groups[-1]

    def _add_action(self, action):
        by_option = self._option_string_actions
        taken = [option for option in action.option_strings if option in by_option]
        if taken and self.conflict_handler == 'error':
            raise ArgumentError(action, f"conflicting option string{'s' * (len(taken) > 1)}: {', '.join(taken)}")
        for option in taken:
            loser = by_option.pop(option)
            loser.option_strings.remove(option)
            if not loser.option_strings:
                loser.container._remove_action(loser)
        by_option.update(dict.fromkeys(action.option_strings, action))
        self._actions.append(action)
        action.container = self
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _adopt(self, parent):
        """Adds the actions of another container, in groups like those that they are in there."""
        ours = {}
        for group in self._action_groups:
            if ours.setdefault(group.title, group) is not group:
                raise ValueError(f'cannot merge actions - two groups are named {group.title!r}')
        home = {}
        for theirs in parent._action_groups:
            if theirs.title not in ours:
                ours[theirs.title] = self.add_argument_group(theirs.title, theirs.description,
                                                             conflict_handler=theirs.conflict_handler)
            home.update(dict.fromkeys(theirs._group_actions, ours[theirs.title]))
        for theirs in parent._mutually_exclusive_groups:
            owner = self if theirs._container is parent else ours[theirs._container.title]
            exclusive = owner.add_mutually_exclusive_group(required=theirs.required)
            home.update(dict.fromkeys(theirs._group_actions, exclusive))
        for action in parent._actions:
            home.get(action, self)._add_action(action)


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        if 'prefix_chars' in kwargs:
            import warnings
            warnings.warn("The use of the undocumented 'prefix_chars' parameter in "
                          "ArgumentParser.add_argument_group() is deprecated.", DeprecationWarning, stacklevel=3)
        names = 'conflict_handler', 'prefix_chars', 'argument_default'
        inherited = {name: getattr(container, name) for name in names}
        super().__init__(description, **(inherited | kwargs))
        for table in _SHARED:
            setattr(self, table, getattr(container, table))
        self.title, self._container = title, container
        self._group_actions = []

    def _add_action(self, action):
        super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        for actions in (self._actions, self._group_actions):
            actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        raise ValueError('argument groups cannot be nested')


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Its actions are those of the container, at most one of which may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        self._group_actions.append(self._container._add_action(action))
        return action

    def _remove_action(self, action):
        self._group_actions.remove(action)
        self._container._remove_action(action)

    def add_mutually_exclusive_group(self, **kwargs):
        raise ValueError('mutually exclusive groups cannot be nested')
