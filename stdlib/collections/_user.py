"""The containers that wrap another container and can be subclassed freely: their methods go through the few that a
subclass redefines."""

from collections.abc import MutableMapping, MutableSequence, Sequence

_shown = set()  # ids of the chains whose __repr__ is running


class ChainMap(MutableMapping):
    """Several mappings seen as one. Lookups search them in order; writing and deleting go to the first."""

    __module__ = 'collections'

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for each in self.maps:
            try:
                return each[key]  # not `key in each`: it may be a defaultdict
            except KeyError:
                continue
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys |= dict.fromkeys(mapping)
        return iter(keys)

    def __contains__(self, key):
        for each in self.maps:
            if key in each:
                return True
        return False

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        if id(self) in _shown:  # a chain that contains itself
            return '...'
        _shown.add(id(self))
        try:
            shown = [repr(each) for each in self.maps]
            return f'{type(self).__name__}({", ".join(shown)})'
        finally:
            _shown.discard(id(self))

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """A chain of one dict with keys from an iterable."""
        first = dict.fromkeys(iterable, value)
        return cls(first)

    def copy(self):
        """A new chain with a copy of the first mapping and the same others."""
        first, *others = self.maps
        return type(self)(first.copy(), *others)

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """A new chain with one more mapping in front."""
        child = kwargs if m is None else m
        if m is not None and kwargs:
            m.update(kwargs)
        return type(self)(child, *self.maps)

    @property
    def parents(self):
        """A new chain without the first mapping."""
        _, *others = self.maps or [None]
        return type(self)(*others)

    def _in_first(self, method, *args):
        """Calls a method of the first mapping."""
        return getattr(self.maps[0], method)(*args)

    def __setitem__(self, key, value):
        first = self.maps[0]
        first[key] = value

    def __delitem__(self, key):
        try:
            first = self.maps[0]
            del first[key]
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def popitem(self):
        """Remove an item of the first mapping and return it."""
        try:
            return self._in_first('popitem')
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def pop(self, key, *args):
        """Remove a key of the first mapping and return its value."""
        try:
            return self._in_first('pop', key, *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def clear(self):
        """Empty the first mapping."""
        self._in_first('clear')

    def __ior__(self, other):
        self._in_first('update', other)
        return self

    def __or__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        both = self.copy()
        both._in_first('update', other)
        return both

    def __ror__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        result = dict(other)
        for mapping in reversed(self.maps):
            result.update(mapping)
        return self.__class__(result)


def _is_mapping(o):
    from collections.abc import Mapping
    return isinstance(o, Mapping)


class UserDict(MutableMapping):
    """A mapping that keeps its items in the dict `data`."""

    __module__ = 'collections'

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, '__missing__'):
            return type(self).__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    @staticmethod
    def _dict_of(operand):
        """The dict that an operand of | stands for, or None."""
        if isinstance(operand, UserDict):
            return operand.data
        return operand if isinstance(operand, dict) else None

    def __or__(self, other):
        right = self._dict_of(other)
        return NotImplemented if right is None else type(self)(self.data | right)

    def __ror__(self, other):
        left = self._dict_of(other)
        return NotImplemented if left is None else type(self)(left | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        copy = self.__class__.__new__(self.__class__)
        copy.__dict__.update(self.__dict__)
        copy.__dict__['data'] = self.__dict__['data'].copy()
        return copy

    def copy(self):
        if type(self) is UserDict:
            duplicate = self.data.copy()
            return UserDict(duplicate)
        import copy
        data = self.data
        self.data = {}  # a subclass may have its own way to copy, and to update
        try:
            result = copy.copy(self)
        finally:
            self.data = data
        result.update(self)
        return result

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result


class UserList(MutableSequence):
    """A sequence that keeps its items in the list `data`."""

    __module__ = 'collections'

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data[:] = self._plain(initlist) if isinstance(initlist, (list, UserList)) else list(initlist)

    def _new(self, data):
        """One of the same class."""
        return type(self)(data)

    @staticmethod
    def _plain(other):
        wrapped = isinstance(other, UserList)
        return other.data if wrapped else other

    @staticmethod
    def _as_list(other):
        if isinstance(other, UserList):
            return other.data
        return other if isinstance(other, list) else list(other)

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < self._plain(other)

    def __le__(self, other):
        return self.data <= self._plain(other)

    def __eq__(self, other):
        return self.data == self._plain(other)

    def __gt__(self, other):
        return self.data > self._plain(other)

    def __ge__(self, other):
        return self.data >= self._plain(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._new(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self._new(self.data + self._as_list(other))

    def __radd__(self, other):
        return self._new(self._as_list(other) + self.data)

    def __iadd__(self, other):
        self.data += self._as_list(other)
        return self

    def __mul__(self, n):
        return self._new(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        copy = self.__class__.__new__(self.__class__)
        copy.__dict__.update(self.__dict__)
        copy.__dict__['data'] = self.__dict__['data'][:]
        return copy

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self._new(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(self._plain(other))


def _text(o):
    return o.data if isinstance(o, UserString) else o


class UserString(Sequence):
    """A text that keeps its characters in the str `data`."""

    __module__ = 'collections'

    def __init__(self, seq):
        self.data = seq.data[:] if isinstance(seq, UserString) else seq if isinstance(seq, str) else str(seq)

    def _new(self, data):
        """One of the same class."""
        return type(self)(data)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __eq__(self, string):
        return self.data == _text(string)

    def __lt__(self, string):
        return self.data < _text(string)

    def __le__(self, string):
        return self.data <= _text(string)

    def __gt__(self, string):
        return self.data > _text(string)

    def __ge__(self, string):
        return self.data >= _text(string)

    def __contains__(self, char):
        return _text(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self._new(self.data[index])

    def __add__(self, other):
        return self._new(self.data + str(_text(other)))

    def __radd__(self, other):
        return self._new(str(other) + self.data)

    def __mul__(self, n):
        return self._new(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self._new(self.data % args)

    def __rmod__(self, template):
        return self._new(str(template) % self)

    def count(self, sub, start=0, end=(1 << 63) - 1):
        return self.data.count(_text(sub), start, end)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

    def find(self, sub, start=0, end=(1 << 63) - 1):
        return self.data.find(_text(sub), start, end)

    def index(self, sub, start=0, end=(1 << 63) - 1):
        return self.data.index(_text(sub), start, end)

    def rfind(self, sub, start=0, end=(1 << 63) - 1):
        return self.data.rfind(_text(sub), start, end)

    def rindex(self, sub, start=0, end=(1 << 63) - 1):
        return self.data.rindex(_text(sub), start, end)

    def removeprefix(self, prefix, /):
        return self._new(self.data.removeprefix(_text(prefix)))

    def removesuffix(self, suffix, /):
        return self._new(self.data.removesuffix(_text(suffix)))

    def replace(self, old, new, maxsplit=-1):
        return self._new(self.data.replace(_text(old), _text(new), maxsplit))

    def center(self, width, *args):
        return self._new(self.data.center(width, *args))

    def ljust(self, width, *args):
        return self._new(self.data.ljust(width, *args))

    def rjust(self, width, *args):
        return self._new(self.data.rjust(width, *args))

    def zfill(self, width):
        return self._new(self.data.zfill(width))

    def expandtabs(self, tabsize=8):
        return self._new(self.data.expandtabs(tabsize))

    def strip(self, chars=None):
        return self._new(self.data.strip(_text(chars)))

    def lstrip(self, chars=None):
        return self._new(self.data.lstrip(_text(chars)))

    def rstrip(self, chars=None):
        return self._new(self.data.rstrip(_text(chars)))

    def translate(self, *args):
        return self._new(self.data.translate(*args))

    maketrans = str.maketrans

    def split(self, sep=None, maxsplit=-1):
        return self.data.split(sep, maxsplit=maxsplit)

    def rsplit(self, sep=None, maxsplit=-1):
        return self.data.rsplit(sep, maxsplit=maxsplit)

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends=keepends)

    def partition(self, sep):
        return self.data.partition(sep)

    def rpartition(self, sep):
        return self.data.rpartition(sep)

    def join(self, seq):
        return self.data.join(seq)

    def startswith(self, prefix, start=0, end=(1 << 63) - 1):
        return self.data.startswith(prefix, start, end)

    def endswith(self, suffix, start=0, end=(1 << 63) - 1):
        return self.data.endswith(suffix, start, end)

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        return self.data.format_map(mapping)


def _same_class(name):
    def method(self):
        return self._new(getattr(self.data, name)())
    return method


def _same_answer(name):
    def method(self):
        return getattr(self.data, name)()
    return method


for _make, _names in ((_same_class, 'capitalize casefold lower swapcase title upper'),
                      (_same_answer, 'isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric '
                                     'isprintable isspace istitle isupper')):
    for _name in _names.split():
        _method = _make(_name)
        _method.__name__ = _name
        _method.__qualname__ = f'UserString.{_name}'
        setattr(UserString, _name, _method)
del _make, _names, _name, _method
