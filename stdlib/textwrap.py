"""Text wrapped and filled to a width, and indentation taken away or added."""

import re

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_WHITESPACE = '\t\n\x0b\x0c\r '


def _chunk_pattern():
    space = f'[{re.escape(_WHITESPACE)}]'
    other = f'[^{re.escape(_WHITESPACE)}]'
    letter = r'[^\d\W]'
    before_dash = r'''[\w!"'&.,?]'''
    # A break may come behind a hyphen that stands between letters, two of them on its left, and around a dash.
    hyphen = rf'-(?:(?<={letter}{{2}}-)|(?<={letter}-{letter}-))(?={letter}-?{letter})'
    return re.compile(rf'({space}+|(?<={before_dash})-{{2,}}(?=\w)|'
                      rf'{other}+?(?:{hyphen}|(?={space}|\Z)|(?<={before_dash})(?=-{{2,}}\w)))')


class TextWrapper:
    """Wraps text by its attributes, which are the arguments of __init__."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _WHITESPACE), ord(' '))
    wordsep_re = _chunk_pattern()
    wordsep_simple_re = re.compile(f'([{re.escape(_WHITESPACE)}]+)')
    sentence_end_re = re.compile(r'[a-z][.!?]["\']?\Z')

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width, self.tabsize = width, tabsize
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.drop_whitespace = expand_tabs, replace_whitespace, drop_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.fix_sentence_endings = fix_sentence_endings
        self.max_lines, self.placeholder = max_lines, placeholder

    def _munge_whitespace(self, text):
        expanded = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return expanded.translate(self.unicode_whitespace_trans) if self.replace_whitespace else expanded

    def _split(self, text):
        """The pieces between which lines may break."""
        pattern = self.wordsep_re if self.break_on_hyphens else self.wordsep_simple_re
        return [chunk for chunk in pattern.split(text) if chunk]

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == " " and self.sentence_end_re.search(chunks[i]):
                chunks[i + 1] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """The next chunk is wider than a line: breaks it, or gives it a line of its own."""
        room = width - cur_len if width > 0 else 1
        if not self.break_long_words or room <= 0:
            if not cur_line:
                cur_line.append(reversed_chunks.pop())
            return
        word = reversed_chunks.pop()
        if self.break_on_hyphens and len(word) > room:
            # Behind the last hyphen that fits, if something else stands before it.
            before = word[:word.rfind('-', 0, room) + 1]
            if before.strip('-'):
                room = len(before)
        cur_line.append(word[:room])
        reversed_chunks.append(word[room:])

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            last_indent = self.initial_indent if self.max_lines <= 1 else self.subsequent_indent
            if self.width < len(last_indent + self.placeholder.lstrip()):
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if lines and self._droppable(chunks):
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self._droppable(line):
                length -= len(line.pop())
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines or
                    (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and
                    length <= width):
                lines.append(indent + ''.join(line))
                continue
            self._end_with_placeholder(lines, line, length, width, indent)
            break
        return lines

    def _droppable(self, chunks):
        """Is the last of them whitespace that is not to begin or end a line?"""
        return self.drop_whitespace and chunks and not chunks[-1].strip()

    def _end_with_placeholder(self, lines, line, length, width, indent):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            length -= len(line[-1])
            del line[-1]
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        """The text as a list of lines."""
        pieces = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(pieces)
        return self._wrap_chunks(pieces)

    def fill(self, text):
        """The text with line ends in it."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """A paragraph as a list of lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph with line ends in it."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """As many of the first words as fit, with a placeholder for the rest."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """The text without the whitespace that all its lines begin with. Blank lines become empty."""
    try:
        lines = text.split('\n')
    except (AttributeError, TypeError):
        raise TypeError(f'expected str object, not {type(text).__qualname__!r}') from None
    full = [line for line in lines if line and not line.isspace()]
    margin = 0
    if full:
        first, last = min(full), max(full)
        for margin, c in enumerate(first):
            if c != last[margin] or c not in ' \t':
                break
    return '\n'.join([line[margin:] if line and not line.isspace() else '' for line in lines])


def indent(text, prefix, predicate=None):
    """The text with a prefix in front of each line that is not blank, or that the predicate takes."""
    def is_text(line):
        return not line.isspace()
    wanted = is_text if predicate is None else predicate
    return ''.join([prefix + line if wanted(line) else line for line in text.splitlines(keepends=True)])
