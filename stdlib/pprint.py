"""Data structures laid out over lines, so that they can be read.

What fits into a line is written as repr does (PrettyPrinter.format). What does not goes onto a _Page: the function that
is registered for the __repr__ of its class takes it apart. Subclasses with a __repr__ of their own stay in one line.

A thing on the page has a place: the column where it begins, how many characters must fit behind its end, and its level.
"""

import collections as _collections
import sys as _sys
import types as _types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Prints the object, to a stream or to sys.stdout."""
    options = dict(compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """What pprint prints, as a str."""
    options = dict(compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint with dicts in the order that they have."""
    kwargs['sort_dicts'] = sort_dicts
    pprint(object, *args, **kwargs)


def saferepr(object):
    """repr(object), with a note in place of what contains itself."""
    text, _, _ = PrettyPrinter().format(object, {}, None, 0)
    return text


def isreadable(object):
    """Would eval make the object from its saferepr?"""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Does the object contain itself?"""
    return PrettyPrinter().isrecursive(object)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        """depth: deeper levels become '...'; compact: several items a line, where they fit."""
        self._step, self._line_width, self._max_depth = int(indent), int(width), depth
        self._out = _sys.stdout if stream is None else stream
        self._packs, self._sorts, self._groups_digits = bool(compact), sort_dicts, underscore_numbers
        if self._step < 0:
            raise ValueError('indent must be >= 0')
        if not (depth is None or depth > 0):
            raise ValueError('depth must be > 0')
        if self._line_width == 0:
            raise ValueError('width must be != 0')

    def pprint(self, object):
        """Prints the object and the end of its line."""
        if self._out is None:
            return
        _Page(self, self._out.write).put(object, 0, 0, 0)
        self._out.write('\n')

    def pformat(self, object):
        """What pprint prints, without the end of the line."""
        parts = []
        _Page(self, parts.append).put(object, 0, 0, 0)
        return ''.join(parts)

    def isrecursive(self, object):
        """Does the object contain itself?"""
        _, _, recursive = self.format(object, {}, 0, 0)
        return recursive

    def isreadable(self, object):
        """Would eval make the object from its text?"""
        _, readable, recursive = self.format(object, {}, 0, 0)
        return bool(readable) and not recursive

    def format(self, object, context, maxlevels, level):
        """(text, readable, recursive) for the object in one line; context has the ids of what it stands in."""
        cls = type(object)
        if cls in _scalars:
            return f'{object:_d}' if cls is int and self._groups_digits else repr(object), True, False
        shown_by = cls.__repr__
        if shown_by is dict.__repr__:
            opening, closing = '{', '}'
        elif shown_by is list.__repr__:
            opening, closing = '[', ']'
        elif shown_by is tuple.__repr__:
            opening, closing = '(', _tuple_end(object)
        else:
            text = f'{object:_d}' if self._groups_digits and shown_by is int.__repr__ else repr(object)
            return text, text != '' and text[0] != '<', False
        number = id(object)
        if len(object) == 0:
            return opening + closing, True, False
        if maxlevels and level >= maxlevels:
            return f'{opening}...{closing}', False, number in context
        if number in context:
            return _itself(object), False, True
        context[number] = 1
        rows = self._sorted_items(object) if opening == '{' else ((item,) for item in object)
        texts, all_readable, any_recursive = [], True, False
        for row in rows:
            shown = []
            for part in row:
                text, readable, recursive = self.format(part, context, maxlevels, level + 1)
                shown.append(text)
                all_readable = all_readable and readable
                any_recursive = any_recursive or recursive
            texts.append(': '.join(shown))
        del context[number]
        return opening + ', '.join(texts) + closing, all_readable, any_recursive

    def _sorted_items(self, mapping):
        if not self._sorts:
            return mapping.items()
        return sorted(mapping.items(), key=lambda pair: (_Sortable(pair[0]), _Sortable(pair[1])))


_scalars = frozenset({str, bytes, bytearray, float, complex, bool, int, type(None)})


class _Sortable:
    """Sorts what can be compared by <, and anything else by type and address."""

    __slots__ = ('value',)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return self._rank() < other._rank()

    def _rank(self):
        return str(type(self.value)), id(self.value)


def _itself(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def _tuple_end(items):
    return ',)' if len(items) == 1 else ')'


class _Page:
    """Where a printer lays an object out: write takes the text, open has the ids of what is not closed yet."""

    def __init__(self, printer, write):
        self.printer, self.write, self.open = printer, write, {}
        self.step, self.width = printer._step, printer._line_width

    def put(self, object, column, behind, level):
        """Writes the object at its place: in a line if it fits or cannot be taken apart."""
        number = id(object)
        if number in self.open:
            self.write(_itself(object))
            return
        text = self.line(object, level)
        layout = None
        if column + len(text) + behind > self.width and not (isinstance(object, _whole_if_empty) and not len(object)):
            layout = _layouts.get(type(object).__repr__) or _is_dataclass(object) and _dataclass
        if not layout:
            self.write(text)
            return
        self.open[number] = 1
        layout(self, object, column, behind, level + 1)
        del self.open[number]

    def line(self, object, level):
        """The object in one line, as the printer's format (which a subclass may have) wants it."""
        text, _, _ = self.printer.format(object, self.open.copy(), self.printer._max_depth, level)
        return text

    def rows(self, rows, column, behind, level, *, dots=False):
        """Pairs of a label and a value, one a line. dots: what contains itself is shown as repr does."""
        rows = list(rows)
        for left, (label, value) in zip(range(len(rows) - 1, -1, -1), rows):
            self.write(label)
            if dots and id(value) in self.open:
                self.write('...')
            else:
                self.put(value, column + len(label), 1 if left else behind, level)
            if left:
                self.write(_comma(column))

    def call(self, name, rows, column, behind, level, **options):
        """NAME(row, row): as rows, between the parentheses."""
        self.write(name + '(')
        self.rows(rows, column + len(name) + 1, behind, level, **options)
        self.write(')')

    def items(self, opening, values, closing, column, behind, level):
        """Values between brackets, one a line, or as many as fit when the printer is compact."""
        self.bracket(opening)
        pack = self.packed if self.printer._packs else self.rows
        pack([('', value) for value in values], column + self.step, behind + len(closing), level)
        self.write(closing)

    def pairs(self, opening, pairs, closing, column, behind, level):
        """key: value, one a line."""
        self.bracket(opening)
        rows = ((self.line(key, level) + ': ', value) for key, value in pairs)
        self.rows(rows, column + self.step, behind + len(closing), level)
        self.write(closing)

    def bracket(self, opening):
        """The bracket takes one column of the step, blanks the others."""
        self.write(opening + ' ' * (self.step - 1))

    def packed(self, rows, column, behind, level):
        """Many a line; a value for which a whole line is too short has lines of its own."""
        full = room = self.width - column + 1
        between = ''
        for number, (_, value) in enumerate(rows, 1):
            last = number == len(rows)
            if last:
                full, room = full - behind, room - behind
            text = self.line(value, level)
            if len(text) + 2 > room:
                room = full
                between = between and _comma(column)
            self.write(between)
            if len(text) + 2 <= room:
                room -= len(text) + 2
                self.write(text)
                between = ', '
            else:
                self.put(value, column, behind if last else 1, level)
                between = _comma(column)

    def chunks(self, chunks, column):
        """Pieces of a text, one below the other."""
        self.write(('\n' + ' ' * column).join(chunks))


def _comma(column):
    return ',\n' + ' ' * column


# --- one function for each layout: (page, object, column, behind, level)

_layouts = {}

# The layouts of these would not show that there is nothing in them.
_whole_if_empty = (str, set, frozenset, _collections.OrderedDict, _collections.defaultdict, _collections.Counter,
                   _collections.deque)


def _lays_out(*classes):
    def register(function):
        _layouts.update((cls.__repr__, function) for cls in classes)
        return function
    return register


@_lays_out(list)
def _list(page, object, *place):
    page.items('[', object, ']', *place)


@_lays_out(tuple)
def _tuple(page, object, *place):
    page.items('(', object, _tuple_end(object), *place)


@_lays_out(set, frozenset)
def _set(page, object, column, *place):
    name = '' if type(object) is set else type(object).__name__ + '('
    closing = '})' if name else '}'
    page.items(name + '{', sorted(object, key=_Sortable), closing, column + len(name), *place)


@_lays_out(_collections.deque)
def _deque(page, object, column, behind, level):
    name = type(object).__name__
    column += len(name) + 1
    if object.maxlen is None:
        page.items(name + '([', object, '])', column, behind, level)
    else:
        page.items(name + '([', object, ']', column, 1, level)
        page.write(f'{_comma(column)}maxlen={page.line(object.maxlen, level)})')


@_lays_out(dict)
def _dict(page, object, *place):
    page.pairs('{', page.printer._sorted_items(object), '}', *place)


@_lays_out(_collections.defaultdict)
def _default_dict(page, object, column, behind, level):
    name = type(object).__name__
    column += len(name) + 1
    page.write(f'{name}({page.line(object.default_factory, level)}{_comma(column)}')
    page.pairs('{', page.printer._sorted_items(object), '})', column, behind, level)


@_lays_out(_collections.Counter)
def _counter(page, object, column, *place):
    name = type(object).__name__
    page.pairs(name + '({', object.most_common(), '})', column + len(name) + 1, *place)


@_lays_out(_collections.OrderedDict)
def _ordered_dict(page, object, column, behind, level):
    page.call(type(object).__name__, [('', list(object.items()))], column, behind + 1, level)


@_lays_out(_types.MappingProxyType)
def _mapping_proxy(page, object, column, behind, level):
    page.call('mappingproxy', [('', object.copy())], column, behind + 1, level)


@_lays_out(_collections.ChainMap)
def _chain_map(page, object, column, behind, level):
    page.call(type(object).__name__, [('', mapping) for mapping in object.maps], column, behind + 1, level)


@_lays_out(_types.SimpleNamespace)
def _namespace(page, object, *place):
    # The exact class has the name that its repr shows.
    name = 'namespace' if type(object) is _types.SimpleNamespace else type(object).__name__
    page.call(name, [(key + '=', value) for key, value in vars(object).items()], *place, dots=True)


def _is_dataclass(object):
    """Is it a dataclass whose __repr__ is the one that the decorator made?"""
    if not hasattr(type(object), '__dataclass_fields__') or not object.__dataclass_params__.repr:
        return False
    made = getattr(object.__repr__, '__wrapped__', None)
    return made is not None and '__create_fn__' in made.__qualname__


def _dataclass(page, object, *place):
    from dataclasses import fields
    rows = [(field.name + '=', getattr(object, field.name)) for field in fields(object) if field.repr]
    page.call(type(object).__name__, rows, *place, dots=True)


@_lays_out(_collections.UserDict, _collections.UserList, _collections.UserString)
def _user_data(page, object, column, behind, level):
    page.put(object.data, column, behind, level - 1)


@_lays_out(str)
def _str(page, object, column, behind, level):
    top = level == 1
    column, behind = column + top, behind + top
    lines = object.splitlines(True)
    chunks = []
    for left, line in zip(range(len(lines) - 1, -1, -1), lines):
        chunks += _joined(_words(line), page.width - column, 0 if left else behind)
    if len(chunks) > 1 and top:
        chunks[0], chunks[-1] = '(' + chunks[0], chunks[-1] + ')'
    page.chunks(chunks, column)


@_lays_out(bytes)
def _bytes(page, object, column, behind, level):
    if len(object) <= 4:
        page.write(repr(object))
        return
    top = level == 1
    column, behind = column + top, behind + top
    parts = [object[i:i + 4] for i in range(0, len(object), 4)]
    # Room behind the end is kept only if the last part is a short one.
    chunks = list(_joined(parts, page.width - column, behind if len(parts[-1]) < 4 else 0))
    if top:
        chunks[0], chunks[-1] = '(' + chunks[0], chunks[-1] + ')'
    page.chunks(chunks, column)


@_lays_out(bytearray)
def _bytearray(page, object, column, behind, level):
    page.write('bytearray(')
    _bytes(page, bytes(object), column + 10, behind + 1, level + 1)
    page.write(')')


def _words(line):
    """Its words, each with the whitespace behind it; whitespace at the beginning is a word of its own."""
    starts = [i for i in range(1, len(line)) if line[i - 1].isspace() and not line[i].isspace()]
    return [line[start:end] for start, end in zip([0, *starts], [*starts, len(line)])]


def _joined(parts, width, behind):
    """The reprs of parts of a text, put together as long as they fit; behind the last one there must be room."""
    text = parts[0][:0]
    for number, part in enumerate(parts, 1):
        if number == len(parts):
            width -= behind
        if text and len(repr(text + part)) > width:
            yield repr(text)
            text = part
        else:
            text += part
    yield repr(text)
