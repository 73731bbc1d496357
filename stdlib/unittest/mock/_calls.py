"""What mocks remember: calls as tuples, which compare as tests need it; and objects known by their names."""
import pprint

from unittest.util import safe_repr


class InvalidSpecError(Exception):
    """A mock cannot be the model of another."""


class _SentinelObject:
    """An object that is known by its name, and equal to nothing else."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Attributes make objects, the same name always the same one."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def _call_text(name, args, kwargs):
    shown = [*map(safe_repr, args), *(f'{key}={safe_repr(value)}' for key, value in kwargs.items())]
    return f"{name}({', '.join(shown)})"


class _Call(tuple):
    """A call as (name, args, kwargs), or as (args, kwargs) where the name does not matter. It is equal to tuples that
    leave out what is empty."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        parts = list(value)
        if len(parts) == 3:
            name, args, kwargs = parts
        else:
            for part in parts:
                if isinstance(part, str):
                    name = part
                elif isinstance(part, tuple):
                    args = part
                else:
                    kwargs = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    @staticmethod
    def _parts(value):
        """(name, args, kwargs) of a tuple that may leave some out; None if it is no call."""
        name, args, kwargs = '', (), {}
        kinds = [str if isinstance(part, str) else tuple if isinstance(part, tuple) else dict for part in value]
        if len(kinds) > 3 or kinds != sorted(kinds, key=[str, tuple, dict].index) or len(set(kinds)) != len(kinds):
            return None
        for kind, part in zip(kinds, value):
            if kind is str:
                name = part
            elif kind is tuple:
                args = part
            else:
                kwargs = part
        return name, args, kwargs

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        if not isinstance(other, tuple):
            return False
        mine, theirs = self._parts(self), self._parts(other)
        if theirs is None:
            return False
        above = getattr(self, '_mock_parent', None), getattr(other, '_mock_parent', None)
        if all(above) and above[0] != above[1]:
            return False
        if len(self) == 2 or len(other) == 2 and not isinstance(other[0], str) or not theirs[0] and len(other) < 3:
            return theirs[1:] == mine[1:] if len(self) == 2 or not mine[0] or not theirs[0] else theirs == mine
        return theirs == mine

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if attr in vars(tuple) or attr.startswith('_mock_'):
            raise AttributeError(attr)
        name = attr if self._mock_name is None else f'{self._mock_name}.{attr}'
        return _Call(name=name, parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in vars(tuple):  # a name of a method that is mocked; the interpreter finds its own in the class
            name = attr if self._mock_name is None else f'{self._mock_name}.{attr}'
            return _Call(name=name, parent=self, from_kall=False)
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return 'call' + name if name.startswith('()') else name
        name, args, kwargs = self._parts(self)
        if not name:
            name = 'call'
        elif name.startswith('()'):
            name = 'call' + name
        else:
            name = 'call.' + name
        return _call_text(name, args, kwargs)

    def call_list(self):
        """The calls of a chain, call.a().b(), one by one."""
        chain, each = [], self
        while each is not None:
            if each._mock_from_kall:
                chain.append(each)
            each = each._mock_parent
        return _CallList(reversed(chain))


call = _Call(from_kall=False)


class _CallList(list):
    """A list of calls; `in` also finds a run of them."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        width = len(value)
        return any(self[at:at + width] == value for at in range(len(self) - width + 1))

    def __repr__(self):
        return pprint.pformat(list(self))
