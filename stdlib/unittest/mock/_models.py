"""Mocks that can be called only as their models can: create_autospec(). And one for open()."""
import builtins
import contextlib
import functools
import inspect
import io
from types import FunctionType, MethodType

from unittest.mock._calls import DEFAULT, InvalidSpecError, _CallList
from unittest.mock._mocks import (AsyncMock, MagicMock, NonCallableMagicMock, NonCallableMock, _all_magics, _Later,
                                  _signature_of)


def _check_signature(spec, mock, skip_first=False, instance=False):
    """Has a mock refuse calls that its model would refuse."""
    signature = _signature_of(spec, instance, skip_first)
    if signature is None:
        return

    def check(*args, **kwargs):
        signature.bind(*args, **kwargs)
    vars(mock).update(_mock_check_sig=check, _spec_signature=signature)


def _function_for(mock, spec, skip_first):
    """A function in front of a mock, with the name and the signature of its model."""
    signature = _signature_of(spec, False, skip_first)

    def check(args, kwargs):
        if signature is not None:
            signature.bind(*args, **kwargs)

    if inspect.iscoroutinefunction(spec):
        async def function(*args, **kwargs):
            check(args, kwargs)
            return await mock(*args, **kwargs)
    else:
        def function(*args, **kwargs):
            check(args, kwargs)
            return mock(*args, **kwargs)
    name = getattr(spec, '__name__', None)
    if isinstance(name, str) and name.isidentifier():
        function.__name__ = name
    for attribute in '__doc__', '__module__', '__qualname__', '__defaults__', '__kwdefaults__':
        with contextlib.suppress(AttributeError, TypeError):
            if attribute not in ('__defaults__', '__kwdefaults__'):
                setattr(function, attribute, getattr(spec, attribute))
    if signature is not None:
        function.__signature__ = signature
    function.mock, function.return_value = mock, mock.return_value
    function.called, function.call_count, function.call_args = False, 0, None
    function.call_args_list, function.method_calls, function.mock_calls = _CallList(), _CallList(), _CallList()
    function.side_effect, function._mock_children = None, mock._mock_children
    for attribute in dir(type(mock)):
        if attribute.startswith('assert_'):
            setattr(function, attribute, functools.partial(lambda name, *args, **kwargs: getattr(mock, name)(
                *args, **kwargs), attribute))

    def reset_mock():
        function.method_calls, function.mock_calls = _CallList(), _CallList()
        mock.reset_mock()
    function.reset_mock = reset_mock
    vars(mock)['_mock_delegate'] = function
    vars(mock)['_spec_signature'] = signature
    return function


def _skips_first(owner, name, is_class):
    """Is what the class of owner has under this name a method whose self is not given?"""
    cls = owner if isinstance(owner, type) else type(owner)
    for base in cls.__mro__:
        if name in vars(base):
            found = vars(base)[name]
            if isinstance(found, (staticmethod, classmethod)):
                return False
            return is_class if isinstance(found, FunctionType) else False
    return False


def check_typos(kwargs):
    """RuntimeError for names that look like those of options."""
    for typo in 'autospect', 'auto_spec', 'set_spec':
        if typo in kwargs:
            raise RuntimeError(f'{typo!r} might be a typo; use unsafe=True if this is intended')


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes of spec, which are modelled likewise, and that can be called as spec can. A class
    stands for itself; instance=True: for one of its instances."""
    if not unsafe:
        check_typos(kwargs)
    _name = kwargs.pop('name', _name)
    if type(spec) in (list, tuple):
        spec = type(spec)
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_class = isinstance(spec, type)
    is_function = isinstance(spec, (FunctionType, MethodType)) or inspect.isbuiltin(spec) or (
        inspect.ismethoddescriptor(spec) and callable(spec) and not is_class)
    options = {('spec_set' if spec_set else 'spec'): spec, 'name': _name, 'unsafe': unsafe, 'parent': _parent,
               '_new_parent': _parent, '_new_name': _name or ''}
    if spec is None:
        options.pop('spec', None)
    skip_first = kwargs.pop('_skip_first', False)
    if is_function:
        kind = AsyncMock if inspect.iscoroutinefunction(spec) else MagicMock
    elif is_class and instance:
        kind = MagicMock if callable(getattr(spec, '__call__', None)) and '__call__' in dir(spec) and any(
            '__call__' in vars(base) for base in spec.__mro__) else NonCallableMagicMock
    else:
        kind = MagicMock if callable(spec) else NonCallableMagicMock
    if kind is NonCallableMagicMock:
        options.pop('return_value', None)
    mock = kind(**options)
    if is_function:
        result = _function_for(mock, spec, skip_first)
        if _parent is not None:
            _parent._mock_children[_name] = mock
    else:
        result = mock
        if kind is MagicMock:
            _check_signature(spec, mock, False, instance)
    if is_class and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock)
    if kwargs:
        mock.configure_mock(**kwargs)
    if is_function:
        return result
    for name in dir(spec):
        if name in _all_magics or name.startswith('__') and name.endswith('__'):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if inspect.isroutine(original) or isinstance(original, FunctionType):
            made = create_autospec(original, spec_set, False, mock, name,
                                   _skip_first=instance and _skips_first(spec, name, is_class))
            if isinstance(made, FunctionType):
                object.__setattr__(mock, name, made)
        elif isinstance(original, type) or not isinstance(original, (int, str, bytes, float, type(None), property)):
            mock._mock_children[name] = _Later(original, spec_set, mock, name)
        else:
            mock._mock_children[name] = NonCallableMagicMock(
                **{('spec_set' if spec_set else 'spec'): type(original) if not isinstance(original, property) else None,
                   'name': name, '_new_name': name, 'parent': mock, '_new_parent': mock})
    return result


def mock_open(mock=None, read_data=''):
    """A mock for open(): files that have read_data, and take what is written."""
    kind = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
    current = [kind(read_data)]
    handle = MagicMock(spec=sorted({*dir(io.TextIOWrapper), *dir(io.BytesIO)}))
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    for name in 'read', 'readline', 'readlines':
        def effect(*args, name=name, **kwargs):
            known = getattr(handle, name)._mock_return_value
            return getattr(current[0], name)(*args, **kwargs) if known is DEFAULT else known
        getattr(handle, name).side_effect = effect
    handle.__iter__.side_effect = lambda: iter(current[0])
    handle.__next__ = MagicMock(side_effect=lambda: next(current[0]))
    handle.__exit__.side_effect = lambda *args: handle.close()
    handle.__exit__.return_value = None

    def reset(*args, **kwargs):
        current[0] = kind(read_data)
        return DEFAULT
    if mock is None:
        mock = MagicMock(name='open', spec=builtins.open)
    mock.side_effect = reset
    mock.return_value = handle
    return mock
