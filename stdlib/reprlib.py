"""Reprs that stay short, and reprs of what contains itself."""

import builtins
from itertools import islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue='...'):
    """A decorator for __repr__: gives the fill value for an object that is being shown already."""
    def decorate(function):
        shown = set()

        def guarded(self):
            number = id(self)
            if number in shown:
                return fillvalue
            shown.add(number)
            try:
                return function(self)
            finally:
                shown.remove(number)

        for name in ('__module__', '__doc__', '__name__', '__qualname__'):
            setattr(guarded, name, getattr(function, name))
        guarded.__type_params__ = getattr(function, '__type_params__', ())
        guarded.__wrapped__ = function
        return guarded
    return decorate


class Repr:
    """Makes reprs with limits: of items, of characters, and of levels. repr_TYPE(x, level) shows a type."""

    # Where the types come from that the methods below are for: other classes may have the same names.
    _homes = {'array': 'array', 'deque': 'collections',
              **dict.fromkeys(('tuple', 'list', 'set', 'frozenset', 'dict', 'str', 'int'), 'builtins')}

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6,
                 maxdeque=6, maxstring=30, maxlong=40, maxother=30, fillvalue='...', indent=None):
        self.maxlevel, self.fillvalue, self.indent = maxlevel, fillvalue, indent
        self.maxtuple, self.maxlist, self.maxarray, self.maxdeque = maxtuple, maxlist, maxarray, maxdeque
        self.maxdict, self.maxset, self.maxfrozenset = maxdict, maxset, maxfrozenset
        self.maxstring, self.maxlong, self.maxother = maxstring, maxlong, maxother

    def repr(self, x):
        """The short repr of x."""
        return self.repr1(x, level=self.maxlevel)

    def repr1(self, x, level):
        """The short repr of x, which may contain so many levels more."""
        cls = type(x)
        name = cls.__name__
        if ' ' in name:
            name = '_'.join(name.split())
        home = self._homes.get(name)
        show = getattr(self, f'repr_{name}', None)
        if not show or home and home != getattr(cls, '__module__', None):
            show = self.repr_instance
        return show(x, level)

    def _inside(self, texts, level):
        """What stands between the brackets."""
        if self.indent is None or not texts:
            return ', '.join(texts)
        step = self.indent
        if isinstance(step, int):
            if step < 0:
                raise ValueError(f'Repr.indent cannot be negative int (was {step!r})')
            step = ' ' * step
        try:
            margin = '\n' + step * (self.maxlevel - level)
            inner = margin + step
        except TypeError as error:
            raise TypeError(f'Repr.indent must be a str, int or None, not {type(step)}') from error
        return ''.join(inner + text + ',' for text in texts) + margin

    def _limited(self, show, items, count, limit, level):
        """What stands between the brackets of so many items, of which show makes texts."""
        if level <= 0 and count:
            return self.fillvalue
        texts = [show(item) for item in islice(items, limit)]
        if count > limit:
            texts.append(self.fillvalue)
        return self._inside(texts, level)

    def _items(self, x, level, limit):
        return self._limited(lambda item: self.repr1(item, level - 1), x, len(x), limit, level)

    def repr_tuple(self, x, level):
        """(1, 2)"""
        comma = ',' if len(x) == 1 and level > 0 and self.indent is None else ''
        return f'({self._items(x, level, self.maxtuple)}{comma})'

    def repr_list(self, x, level):
        """[1, 2]"""
        return f'[{self._items(x, level, self.maxlist)}]'

    def repr_array(self, x, level):
        """array('i', [1, 2])"""
        items = f', [{self._items(x, level, self.maxarray)}]' if x else ''
        return f"array('{x.typecode}'{items})"

    def repr_set(self, x, level):
        """{1, 2}"""
        return f'{{{self._items(_in_order(x), level, self.maxset)}}}' if x else 'set()'

    def repr_frozenset(self, x, level):
        """frozenset({1, 2})"""
        items = f'{{{self._items(_in_order(x), level, self.maxfrozenset)}}}' if x else ''
        return f'frozenset({items})'

    def repr_deque(self, x, level):
        """deque([1, 2])"""
        return f'deque([{self._items(x, level, self.maxdeque)}])'

    def repr_dict(self, x, level):
        """{1: 2}"""
        def show(key):
            return f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}'
        return f'{{{self._limited(show, _in_order(x), len(x), self.maxdict, level)}}}'

    def _ends(self, text, limit):
        """The two ends of what is longer than the limit."""
        head = max(0, (limit - 3) // 2)
        tail = max(0, limit - 3 - head)
        return text[:head], text[len(text) - tail:]

    def _shortened(self, text, limit):
        return text if len(text) <= limit else self.fillvalue.join(self._ends(text, limit))

    def repr_str(self, x, level):
        """The two ends of the text."""
        limit = self.maxstring
        text = builtins.repr(x[:limit])
        if len(text) > limit:
            text = self.fillvalue.join(self._ends(builtins.repr(''.join(self._ends(x, limit))), limit))
        return text

    def repr_int(self, x, level):
        """The two ends of the number."""
        try:
            text = builtins.repr(x)
        except ValueError:
            # More digits than may be shown.
            from math import log10
            from sys import get_int_max_str_digits
            digits = int(x.bit_length() * log10(2)) + 1
            return (f'<{type(x).__name__} instance with roughly {digits} digits (limit at '
                    f'{get_int_max_str_digits()}) at 0x{id(x):x}>')
        return self._shortened(text, self.maxlong)

    def repr_instance(self, x, level):
        """The two ends of what the repr of its class gives."""
        try:
            text = builtins.repr(x)
        except Exception:
            return f'<{type(x).__name__} instance at {id(x):#x}>'
        return self._shortened(text, self.maxother)


def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


aRepr = Repr()
repr = aRepr.repr
