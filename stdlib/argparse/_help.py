"""The layout of argparse's help.

Texts are formatted as they are added. Arguments wait until all are known: then the width of their column is, too.
"""

from ._base import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, braced

_MIN_WIDTH = 11

# nargs: how many names are shown, and between what.
_SHAPES = {None: (1, '%s'), OPTIONAL: (1, '[%s]'), ONE_OR_MORE: (2, '%s [%s ...]'), PARSER: (1, '%s ...')}


def _pack(words, room, first_room):
    """Lines of words, separated by spaces; the first line may have another length."""
    lines = []
    for word in words:
        limit = room if len(lines) > 1 else first_room
        if lines and len(lines[-1]) + len(' ') + len(word) <= limit:
            lines[-1] += f' {word}'
        else:
            lines.append(word)
    return lines


def _in_one_line(text):
    """The text with white space as one space each; a no-break space is none."""
    import re
    return re.sub(r'\s+', ' ', text, flags=re.ASCII).strip()


class _Section:
    """A heading and what stands below it: texts, actions and other sections."""

    def __init__(self, heading, indent, outer):
        self.heading, self.indent, self.outer = heading, indent, outer
        self.items = []


class HelpFormatter:
    """Writes help: usage, texts, and lists of arguments in two columns."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            import shutil
            columns, _ = shutil.get_terminal_size()
            width = columns - 2
        self._prog, self._step, self._width = prog, indent_increment, width
        self._max_help_position = min(max_help_position, max(width - 20, 2 * indent_increment))
        self._current_indent = 0
        self._longest = 0       # end of the longest argument
        self._page = self._section = _Section(None, 0, None)

    # --- building

    def start_section(self, heading):
        self._current_indent += self._step
        inner = _Section(heading, self._current_indent, self._section)
        self._section.items.append(inner)
        self._section = inner

    def end_section(self):
        self._section = self._section.outer
        self._current_indent = self._section.indent

    def add_text(self, text):
        if text is not None and text != SUPPRESS:
            self._section.items.append(self._format_text(text))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage != SUPPRESS:
            self._section.items.append(self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help != SUPPRESS:
            self._section.items.append(action)
            for each in (action, *self._subactions(action)):
                indent = self._current_indent + (0 if each is action else self._step)
                self._longest = max(self._longest, indent + len(self._format_action_invocation(each)))

    def add_arguments(self, actions):
        for each in actions:
            self.add_argument(each)

    def format_help(self):
        import re
        text = re.sub('\n{3,}', '\n\n', self._render(self._page)).strip('\n')
        return text and text + '\n'

    def _render(self, section):
        text = ''
        for item in section.items:
            self._current_indent = section.indent
            if isinstance(item, _Section):
                text += self._render(item)
            else:
                text += item if isinstance(item, str) else self._format_action(item)
        if not text:
            return ''
        if section.heading is not None and section.heading != SUPPRESS:
            text = f"{' ' * section.outer.indent}{section.heading}:\n{text}"
        return f'\n{text}\n'

    # --- usage

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is None:
            usage = self._usage_of(actions, groups, len(prefix))
        else:
            usage %= {'prog': self._prog}
        return f'{prefix}{usage}\n\n'

    def _usage_of(self, actions, groups, margin):
        """The usage in one line if it fits behind a margin, else in several."""
        prog = str(self._prog)
        options, positionals = self._usage_parts(actions, groups)
        line = ' '.join([prog, *options, *positionals])
        width = self._width - self._current_indent
        if margin + len(line) <= width:
            return line
        room = width - margin
        if margin + len(prog) <= 0.75 * width:
            # Arguments begin right of the program; positionals in a line of their own.
            margin += len(prog) + 1
            first, second = (options, positionals) if options else (positionals, [])
            lines = _pack([prog, *first], width - margin, room) + _pack(second, width - margin, width - margin)
        else:
            lines = _pack(options + positionals, room, room)
            if len(lines) > 1:
                lines = _pack(options, room, room) + _pack(positionals, room, room)
            lines.insert(0, prog)
        return f"\n{' ' * margin}".join(lines)

    def _usage_parts(self, actions, groups):
        """The words for options and those for positionals. What excludes each other stands together.

        That is where the first of them would stand, but behind the options if one of them is a positional; a line may
        break between them.
        """
        group_of = {member: group for group in groups for member in group._group_actions}
        options, positionals = [], []
        done = set()
        for action in actions:
            group = group_of.get(action)
            members = [action] if group is None else group._group_actions
            shown = sorted((member for member in members if member.help != SUPPRESS and member in actions),
                           key=lambda member: not member.option_strings)
            if action in done or not shown or (action.option_strings and not shown[-1].option_strings):
                continue
            done.update(members)
            words = options if action.option_strings else positionals
            if len(shown) > 1:
                alternatives = [self._word_of(member) for member in shown]
                alternatives = [word[1:-1] if word[0] == '[' and word[-1] == ']' else word for word in alternatives]
                opening, closing = '()' if group.required else '[]'
                words.append(opening + alternatives[0] + ' |')
                words += [each + ' |' for each in alternatives[1:-1]]
                words.append(alternatives[-1] + closing)
            else:
                word = self._word_of(shown[0])
                optional = action.option_strings and not (action.required or group and group.required)
                words.append(f'[{word}]' if optional else word)
        return options, positionals

    def _word_of(self, action):
        """A positional, or an option without the brackets that say it may be missing."""
        if not action.option_strings:
            return self._format_args(action, self._get_default_metavar_for_positional(action))
        if action.nargs == 0:
            return action.format_usage()
        return f'{action.option_strings[0]} {self._arguments_of(action)}'

    def _arguments_of(self, option):
        return self._format_args(option, self._get_default_metavar_for_optional(option))

    # --- texts

    def _format_text(self, text):
        if '%(prog)' in text:
            text %= {'prog': self._prog}
        width = max(self._width - self._current_indent, _MIN_WIDTH)
        return f"{self._fill_text(text, width, ' ' * self._current_indent)}\n\n"

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(_in_one_line(text), width)

    def _fill_text(self, text, width, indent):
        lines = HelpFormatter._split_lines(self, text, max(width - len(indent), 1))
        return '\n'.join(indent + line for line in lines)

    # --- arguments

    def _format_action(self, action):
        column = min(self._longest + 2, self._max_help_position)
        lines = []
        if action.help and action.help.strip():
            text = self._expand_help(action)
            lines = self._split_lines(text, max(self._width - column, _MIN_WIDTH)) if text else []
        head = ' ' * self._current_indent + self._format_action_invocation(action)
        if action.help and len(head) <= column - 2:
            head = head.ljust(column) + ''.join(lines[:1])
            lines = lines[1:]
        text = '\n'.join([head, *(' ' * column + line for line in lines)]) + '\n'
        indent = self._current_indent
        self._current_indent += self._step
        for each in self._subactions(action):
            text += self._format_action(each)
        self._current_indent = indent
        return text

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._metavars(action, self._get_default_metavar_for_positional(action), 1))
        names = ', '.join(action.option_strings)
        return names if action.nargs == 0 else f'{names} {self._arguments_of(action)}'

    def _metavars(self, action, default, count):
        """The names of so many arguments; a tuple of names is taken as it is."""
        name = action.metavar
        if name is None:
            name = default if action.choices is None else braced(action.choices)
        return name if isinstance(name, tuple) else (name,) * count

    def _format_args(self, action, default_metavar):
        nargs = action.nargs
        if nargs in (REMAINDER, SUPPRESS):
            return '...' if nargs == REMAINDER else ''
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, default_metavar, 1)
            return ('[%s [%s ...]]' if len(names) == 2 else '[%s ...]') % names
        try:
            count, shape = _SHAPES.get(nargs) or (nargs, ' '.join(['%s'] * nargs))
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return shape % self._metavars(action, default_metavar, count)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if '%' not in text:
            return text
        values = {}
        for name, value in vars(action).items():
            if name == 'choices' and value is not None:
                value = ', '.join(str(choice) for choice in value)
            if not isinstance(value, str) or value != SUPPRESS:
                values[name] = getattr(value, '__name__', value)
        return text % (values | {'prog': self._prog})

    def _subactions(self, action):
        return action._get_subactions() if hasattr(action, '_get_subactions') else ()

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the lines of descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return indent.join(['', *text.splitlines(True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the lines of all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help of arguments."""

    def _get_help_string(self, action):
        text = action.help or ''
        may_be_missing = action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)
        if may_be_missing and not action.required and '%(default)' not in text and action.default is not SUPPRESS:
            text = f'{text} (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the types of arguments in the place of their names."""

    def _get_default_metavar_for_optional(self, action):
        return self._get_default_metavar_for_positional(action)

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
