"""Special methods of mocks.

Python looks for them in the class. Each mock has a class of its own, which has a descriptor for each special method
that the mock supports; the descriptor gives the child of that name.
"""
from unittest.mock._calls import DEFAULT

_NUMERIC = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()
_MAGICS = {f'__{name}__' for name in (
    'lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert '
    'complex int float index round trunc floor ceil bool next fspath aiter hash iter reversed missing format get set '
    'delete call'.split())}
_MAGICS |= {f'__{prefix}{name}__' for name in _NUMERIC for prefix in ('', 'i', 'r')}
_MAGICS |= {'__getformat__', '__repr__', '__dir__', '__subclasses__', '__getinitargs__', '__getstate__', '__setstate__',
            '__getnewargs__', '__reduce__', '__reduce_ex__'}
_ASYNC_MAGICS = {'__aenter__', '__aexit__', '__anext__'}
_REFUSED = {'__getattr__', '__setattr__', '__init__', '__new__', '__prepare__', '__instancecheck__',
            '__subclasscheck__', '__del__'}
# Those that a MagicMock has from the start.
_USUAL = _MAGICS - {'__call__', '__repr__', '__dir__', '__subclasses__', '__getinitargs__', '__getstate__', '__next__',
                    '__setstate__', '__getnewargs__', '__reduce__', '__reduce_ex__', '__getformat__', '__get__',
                    '__set__', '__delete__', '__reversed__', '__missing__', '__format__'} | _ASYNC_MAGICS
_RESULTS = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented,
            '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0,
            '__bool__': True, '__index__': 1, '__aexit__': False}


def _default_behaviour(mock, name):
    """What a special method does as long as nobody says otherwise: options of its mock."""
    if name in _RESULTS:
        return {'return_value': _RESULTS[name]}
    if name in ('__hash__', '__str__', '__sizeof__'):
        return {'return_value': getattr(object, name)(mock)}
    if name == '__fspath__':
        return {'return_value': f'{type(mock).__name__}/{mock._path()}/{id(mock)}'}
    if name in ('__eq__', '__ne__'):
        def compare(other):
            known = vars(mock)['_mock_children'][name]._mock_return_value
            if known is not DEFAULT:
                return known
            return (mock is other) == (name == '__eq__') if mock is other else NotImplemented
        return {'side_effect': compare}
    if name == '__iter__':
        def iterate():
            known = vars(mock)['_mock_children'][name]._mock_return_value
            return iter([]) if known is DEFAULT else iter(known)
        return {'side_effect': iterate}
    if name == '__aiter__':
        def iterate_later():
            known = vars(mock)['_mock_children'][name]._mock_return_value
            return _AsyncIterator(iter([] if known is DEFAULT else known))
        return {'side_effect': iterate_later}
    return {}


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        for value in self.iterator:
            return value
        raise StopAsyncIteration


class _Magic:
    """A special method in the class of a mock: the child of that name."""

    def __init__(self, name):
        self.name = name

    def __get__(self, mock, cls=None):
        return self if mock is None else mock._magic(self.name)

    def __call__(self, mock, /, *args, **kwargs):
        return mock._magic(self.name)(*args, **kwargs)
