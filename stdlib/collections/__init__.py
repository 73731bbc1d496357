"""Containers besides dict, list, set and tuple.

The ones that are native come from _collections. ChainMap, UserDict, UserList and UserString stand on the abstract base
classes; they are loaded when somebody asks for them, so that importing this module stays quick.
"""

import sys as _sys
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from _collections import (OrderedDict, _count_elements, _deque_iterator, _tuplegetter, defaultdict, deque)

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']

_intern = _sys.intern


def __dir__():
    return sorted({*globals(), *__all__})


def __getattr__(name):
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        from collections import _user
        globals().update({n: getattr(_user, n) for n in ('ChainMap', 'UserDict', 'UserList', 'UserString')})
        return globals()[name]
    if name == 'abc':  # reachable as an attribute even if nobody imported it
        import collections.abc
        return collections.abc
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


# --- namedtuple

def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A subclass of tuple whose items are attributes too.

    field_names is a sequence of names, or one text with the names separated by blanks or commas. rename=True replaces
    names that cannot be used by _0, _1 and so on. defaults are those of the rightmost fields.
    """
    typename = _intern(str(typename))
    names = _field_names(typename, field_names, rename)
    count = len(names)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > count:
        raise TypeError('Got more default values than field names')

    parameters = ', '.join(names)
    items = f'({parameters},)' if names else '()'
    scope = {'_tuple_new': tuple.__new__, '__builtins__': {}, '__name__': f'namedtuple_{typename}'}
    __new__ = eval(f'lambda _cls, {parameters}: _tuple_new(_cls, {items})', scope)
    __new__.__doc__ = f'Create new instance of {typename}({parameters})'
    __new__.__name__, __new__.__defaults__ = '__new__', defaults or None

    def _make(cls, iterable):
        made = tuple.__new__(cls, iterable)
        if len(made) != count:
            raise TypeError(f'Expected {count} arguments, got {len(made)}')
        return made
    _make.__doc__ = f'Make a new {typename} object from a sequence or iterable'

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, names, self))
        if kwds:
            raise TypeError(f'Got unexpected field names: {list(kwds)!r}')
        return result
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'

    template = '(' + ', '.join(f'{name}=%r' for name in names) + ')'

    def __repr__(self):
        """The call that would make it."""
        return self.__class__.__name__ + template % self

    def _asdict(self):
        """A dict of the fields."""
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        """A plain tuple, for copy and pickle."""
        return tuple(self)

    namespace = {
        '__doc__': f'{typename}({parameters})',
        '__slots__': (),
        '_fields': names,
        '_field_defaults': dict(zip(names[count - len(defaults):], defaults)),
        '__new__': __new__,
        '_make': classmethod(_make),
        '__replace__': _replace,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': names,
    }
    for function in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        function.__qualname__ = f'{typename}.{function.__name__}'
    namespace.update({name: _tuplegetter(i, _intern(f'Alias for field number {i}')) for i, name in enumerate(names)})
    made = type(typename, (tuple,), namespace)
    made.__module__ = _sys._getframemodulename(1) or '__main__' if module is None else module
    return made


def _field_names(typename, field_names, rename):
    """The names as a tuple, if they can be used (or are replaced)."""
    from keyword import iskeyword
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = []
    for name in map(str, field_names):
        usable = name.isidentifier() and not iskeyword(name) and name[0] != '_' and name not in names
        names.append(f'_{len(names)}' if rename and not usable else name)
    for name in (typename, *names):
        if iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
    for i, name in enumerate(names):
        if name[0] == '_' and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in names[:i]:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
    return tuple(map(_intern, names))


# --- Counter

class Counter(dict):
    """A dict that counts: the values are how often its keys occurred. A missing key has the count 0."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n most common items and their counts, the most common first; all of them for None."""
        if n is None:
            return sorted(self.items(), key=_second, reverse=True)
        from heapq import nlargest
        return nlargest(n, self.items(), key=_second)

    def elements(self):
        """Each item as often as it was counted."""
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        # Should a value be a count, or is an item that comes twice to be counted twice?
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Add the counts of a mapping, or count the items of an iterable."""
        if iterable is not None:
            if _is_mapping(iterable):
                if self:
                    count = self.get
                    for item, number in iterable.items():
                        self[item] = number + count(item, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """As update, but subtract. Counts may become negative."""
        if iterable is not None:
            count = self.get
            if _is_mapping(iterable):
                for item, number in iterable.items():
                    self[item] = count(item, 0) - number
            else:
                for item in iterable:
                    self[item] = count(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, item):
        """As for dict, but no error if the item is not there."""
        if item in self:
            super().__delitem__(item)

    def __repr__(self):
        try:
            shown = dict(self.most_common())
        except TypeError:  # counts that cannot be ordered
            shown = dict(self)
        return f'{type(self).__name__}({shown or ""})'

    # Comparisons and operators take a missing item as one with the count 0. The operators give only positive counts.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] == other[item] for c in (self, other) for item in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] <= other[item] for c in (self, other) for item in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self != other and self <= other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] >= other[item] for c in (self, other) for item in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self != other and self >= other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, number in self.items():
            number += other[item]
            if number > 0:
                result[item] = number
        for item, number in other.items():
            if item not in self and number > 0:
                result[item] = number
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, number in self.items():
            number -= other[item]
            if number > 0:
                result[item] = number
        for item, number in other.items():
            if item not in self and number < 0:
                result[item] = 0 - number
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, number in self.items():
            theirs = other[item]
            number = theirs if number < theirs else number
            if number > 0:
                result[item] = number
        for item, number in other.items():
            if item not in self and number > 0:
                result[item] = number
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, number in self.items():
            theirs = other[item]
            number = number if number < theirs else theirs
            if number > 0:
                result[item] = number
        return result

    def __pos__(self):
        return Counter({item: number for item, number in self.items() if number > 0})

    def __neg__(self):
        return Counter({item: 0 - number for item, number in self.items() if number < 0})

    def _drop_the_rest(self):
        for item in [item for item, number in self.items() if not number > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, number in other.items():
            self[item] += number
        return self._drop_the_rest()

    def __isub__(self, other):
        for item, number in other.items():
            self[item] -= number
        return self._drop_the_rest()

    def __ior__(self, other):
        for item, theirs in other.items():
            if theirs > self[item]:
                self[item] = theirs
        return self._drop_the_rest()

    def __iand__(self, other):
        for item, number in self.items():
            theirs = other[item]
            if theirs < number:
                self[item] = theirs
        return self._drop_the_rest()


def _second(pair):
    return pair[1]


def _is_mapping(o):
    if isinstance(o, dict):
        return True
    if isinstance(o, (str, bytes, list, tuple, set, frozenset)):
        return False
    from collections.abc import Mapping
    return isinstance(o, Mapping)
