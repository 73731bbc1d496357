"""Mocks: they take any call, remember it, and answer as they were told.

A mock hangs below another by a step: 'name' for an attribute or a special method, '()' for what a call returned.
Whoever is called tells those above, which note the call under the steps that lead down to it. So the calls of a whole
tree stand in mock_calls of its root, in order.
"""
import inspect
import sys
from types import FunctionType, MethodType

from inspect._kinds import _coroutine_mark
from unittest.mock._calls import (DEFAULT, InvalidSpecError, _Call, _call_text, _CallList, _deleted, _missing)
from unittest.mock._magic import _ASYNC_MAGICS, _MAGICS, _REFUSED, _USUAL, _default_behaviour, _Magic
from unittest.util import safe_repr

_ASSERT_TYPOS = 'assert', 'assret', 'asert', 'aseert', 'assrt'
_MISPLACED = {name.removeprefix('assert_') for name in (
    'assert_called_with', 'assert_called_once_with', 'assert_called_once', 'assert_not_called', 'assert_any_call',
    'assert_has_calls')} | {'called_once', 'called_once_with', 'called_with', 'has_calls', 'any_call', 'not_called'}


def _is_exception(o):
    return isinstance(o, BaseException) or isinstance(o, type) and issubclass(o, BaseException)


def _as_effect(value):
    """A side_effect as it is kept: of results an iterator."""
    if value is None or callable(value) or _is_exception(value):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


def _signature_of(spec, as_instance=False, skip_first=False):
    """The signature of what is called when spec is, or an instance of it; None if that is not known."""
    if isinstance(spec, type) and as_instance:
        spec = getattr(spec, '__call__', None)
        skip_first = True
    elif isinstance(spec, type):
        spec, skip_first = spec.__init__, True
    elif not isinstance(spec, (FunctionType, MethodType)) and not inspect.isroutine(spec):
        spec = getattr(type(spec), '__call__', None)
        skip_first = True
    if spec is None:
        return None
    try:
        found = inspect.signature(spec)
    except (TypeError, ValueError):
        return None
    parameters = list(found.parameters.values())
    if skip_first and parameters and parameters[0].kind < inspect.Parameter.KEYWORD_ONLY:
        if parameters[0].kind != inspect.Parameter.VAR_POSITIONAL:
            del parameters[0]
    return found.replace(parameters=parameters)


class Base:
    """What all mocks have, before they have anything: a class of their own, so that what is set in type(mock) concerns
    this one alone."""

    def __new__(cls, /, *args, **kwargs):
        base = getattr(cls, '_mock_base', cls)
        own = {'__doc__': base.__doc__, '__module__': base.__module__, '_mock_base': base}
        return object.__new__(type(base.__name__, (cls,), own))

    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    """A mock that cannot be called."""

    _mock_magics = frozenset()  # the special methods that mocks of this class have from the start

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None and parent is not None:
            _new_parent, _new_name = parent, _new_name or name or ''
        vars(self).update(_mock_name=name, _mock_parent=parent, _mock_step=_new_name, _mock_above=_new_parent,
                          _mock_sealed=False, _mock_unsafe=unsafe, _mock_children={}, _mock_wraps=wraps,
                          _mock_delegate=None, _mock_return_value=DEFAULT, _mock_side_effect=None,
                          method_calls=_CallList(), _mock_methods=None)
        self._clear_calls()
        self._take_spec(spec if spec_set is None else spec_set, spec_set is not None, _spec_as_instance, _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    def _clear_calls(self):
        vars(self).update(_mock_called=False, _mock_call_count=0, _mock_call_args=None,
                          _mock_call_args_list=_CallList(), _mock_mock_calls=_CallList())

    def _take_spec(self, spec, only_set=False, as_instance=False, skip_first=False):
        fields = vars(self)
        if spec is not None and isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        names = spec_class = signature = None
        coroutines = set()
        if spec is not None:
            if type(spec) in (list, tuple):
                names = list(spec)
            else:
                names = dir(spec)
                fields_of = getattr(spec, '__dataclass_fields__', None)
                names += [each for each in fields_of or () if each not in names]
                spec_class = spec if isinstance(spec, type) else type(spec)
                signature = _signature_of(spec, as_instance, bool(skip_first))
                for each in names:
                    stored = inspect.getattr_static(spec, each, None)
                    if inspect.iscoroutinefunction(getattr(stored, '__func__', stored)):
                        coroutines.add(each)
        fields.update(_spec_class=spec_class, _spec_set=only_set, _spec_signature=signature, _mock_methods=names,
                      _spec_asyncs=coroutines)
        wanted = set(type(self)._mock_magics)
        if names is not None:
            wanted &= set(names)
        self._set_magics(wanted)

    def _set_magics(self, names):
        cls, old = type(self), vars(self).get('_mock_supported', frozenset())
        for name in names - old:
            setattr(cls, name, _Magic(name))
        for name in old - names:
            delattr(cls, name)
        vars(self)['_mock_supported'] = frozenset(names)

    # where it hangs

    def _path(self):
        """The name: that of the root, and the steps down to it."""
        steps, mock, last = [], self, None
        while mock._mock_above is not None and mock is not last:
            steps.append(mock._mock_step if mock._mock_step == '()' else '.' + mock._mock_step)
            last, mock = mock, mock._mock_above
        return (mock._mock_name or 'mock') + ''.join(reversed(steps))

    def _extract_mock_name(self):
        return self._path()

    def _hang(self, child, name, step):
        """Hangs an unbound mock below this one."""
        if not isinstance(child, NonCallableMock):
            child = getattr(child, 'mock', None) if isinstance(child, FunctionType) else None
        if not isinstance(child, NonCallableMock):
            return False
        if child._mock_name or child._mock_step or child._mock_parent is not None or child._mock_above is not None:
            return False
        above = self
        while above is not None:
            if above is child:  # its own return value, say
                return False
            above = above._mock_above
        if name:
            vars(child).update(_mock_parent=self, _mock_name=name)
        vars(child).update(_mock_above=self, _mock_step=step)
        return True

    def attach_mock(self, mock, attribute):
        """Hangs a mock below this one as an attribute; its name and its parent are replaced."""
        inner = mock.mock if isinstance(mock, FunctionType) else mock
        if not isinstance(inner, NonCallableMock):
            raise AttributeError('mock')
        vars(inner).update(_mock_parent=None, _mock_above=None, _mock_name='', _mock_step=None)
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Gives the mock a model: only its attributes can be had, with spec_set only those be set."""
        self._take_spec(spec, spec_set)

    def _get_child_mock(self, /, **kw):
        """Makes a mock for an attribute or a return value: of this class, unless a subclass says otherwise."""
        if self._mock_sealed:
            path = self._path()
            step = kw.get('_new_name') or kw.get('name') or '()'
            raise AttributeError(path + ('()' if step == '()' else f'.{step}'))
        name = kw.get('_new_name')
        if name in vars(self)['_spec_asyncs']:
            return AsyncMock(**kw)
        base = getattr(type(self), '_mock_base', type(self))
        if issubclass(base, AsyncMock):
            magic = name in _MAGICS
            base = MagicMock if magic or name in (self._mock_methods or ()) else AsyncMock
        elif not issubclass(base, CallableMixin):
            base = MagicMock if issubclass(base, NonCallableMagicMock) else Mock
        elif name in _ASYNC_MAGICS:
            base = AsyncMock
        return base(**kw)

    # attributes

    def __getattr__(self, name):
        fields = vars(self)
        if name in ('_mock_methods', '_mock_unsafe') or '_mock_children' not in fields:
            raise AttributeError(name)
        methods = fields['_mock_methods']
        if methods is not None:
            if name not in methods or name in _all_magics:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif name in _all_magics:
            raise AttributeError(name)
        if not fields['_mock_unsafe'] and (methods is None or name not in methods) and (
                name.startswith(_ASSERT_TYPOS) or name in _MISPLACED):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to '
                                 'be an attribute.')
        child = fields['_mock_children'].get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = fields['_mock_wraps']
            child = self._get_child_mock(parent=self, name=name, _new_name=name, _new_parent=self,
                                         wraps=None if wraps is None else getattr(wraps, name))
            fields['_mock_children'][name] = child
        elif isinstance(child, _Later):
            child = fields['_mock_children'][name] = child.make()
        return child

    def _magic(self, name):
        """The child that stands for a special method; a function that was set is bound."""
        children = vars(self)['_mock_children']
        child = children.get(name)
        if child is None:
            child = self._get_child_mock(name=name, _new_name=name, _new_parent=self)
            children[name] = child
            for key, value in _default_behaviour(self, name).items():
                setattr(child, key, value)
        return MethodType(child, self) if isinstance(child, FunctionType) and not hasattr(child, 'mock') else child

    def __setattr__(self, name, value):
        fields = vars(self)
        if name in _own_names:
            return object.__setattr__(self, name, value)
        methods = fields.get('_mock_methods')
        if fields.get('_spec_set') and methods is not None and name not in methods and name not in fields:
            raise AttributeError(f'Mock object has no attribute {name!r}')
        if name in _REFUSED:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        children = fields['_mock_children']
        if name in _all_magics:
            if methods is not None and name not in methods:
                raise AttributeError(f'Mock object has no attribute {name!r}')
            if isinstance(value, NonCallableMock):
                self._hang(value, None, name)
            children[name] = value
            if name not in fields['_mock_supported']:
                self._set_magics(fields['_mock_supported'] | {name})
            return None
        if name == '__class__':
            fields['_spec_class'] = value
            return None
        if self._hang(value, name, name):
            children[name] = value
        if fields.get('_mock_sealed') and name not in fields and name not in children:
            raise AttributeError(f'Cannot set {self._path()}.{name}')
        if isinstance(value, PropertyMock):
            children[name] = value
            return None
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        fields = vars(self)
        if name in fields['_mock_supported']:
            self._set_magics(fields['_mock_supported'] - {name})
            fields['_mock_children'].pop(name, None)
            return
        child = fields['_mock_children'].get(name, _missing)
        if name in fields:
            object.__delattr__(self, name)
        elif child is _deleted or child is _missing and fields['_mock_methods'] is not None and (
                name not in fields['_mock_methods']):
            raise AttributeError(name)
        fields['_mock_children'][name] = _deleted

    def __dir__(self):
        fields = vars(self)
        known = [name for name, child in fields['_mock_children'].items() if child is not _deleted]
        extras = fields['_mock_methods'] or []
        from_type = dir(type(self))
        own = [name for name in fields if not name.startswith(('_mock_', '_spec_'))]
        if sys.modules['unittest.mock'].FILTER_DIR:
            from_type = [name for name in from_type if not name.startswith('_')]
            own = [name for name in own if not name.startswith('_') or name in _all_magics]
        return sorted({*extras, *from_type, *own, *known})

    @property
    def __class__(self):
        spec_class = vars(self).get('_spec_class')
        return type(self) if spec_class is None else spec_class

    def __repr__(self):
        name = ''
        if self._mock_above is not None or self._mock_name:
            name = f' name={self._path()!r}'
        spec = ''
        spec_class = vars(self).get('_spec_class')
        if spec_class is not None:
            spec = f' {"spec_set" if self._spec_set else "spec"}={spec_class.__name__!r}'
        return f"<{type(self).__name__}{name}{spec} id='{id(self)}'>"

    def configure_mock(self, /, **kwargs):
        """Sets attributes; names may have dots: {'a.return_value': 3}."""
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *steps, last = path.split('.')
            target = self
            for step in steps:
                target = getattr(target, step)
            setattr(target, last, value)

    # answers

    @property
    def return_value(self):
        """What a call returns."""
        if self._mock_delegate is not None:
            return self._mock_delegate.return_value
        if self._mock_return_value is DEFAULT and self._mock_wraps is None:
            self.return_value = self._get_child_mock(_new_parent=self, _new_name='()')
        return self._mock_return_value

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            vars(self)['_mock_return_value'] = value
            self._hang(value, None, '()')

    @property
    def side_effect(self):
        """What a call does: a function that is called, an exception that is raised, or an iterable of results."""
        if self._mock_delegate is None:
            return self._mock_side_effect
        effect = self._mock_delegate.side_effect = _as_effect(self._mock_delegate.side_effect)
        return effect

    @side_effect.setter
    def side_effect(self, value):
        value = _as_effect(value)
        if self._mock_delegate is not None:
            self._mock_delegate.side_effect = value
        else:
            vars(self)['_mock_side_effect'] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets the calls, here and below; if wanted, the answers, too."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._clear_calls()
        self.method_calls = _CallList()
        if return_value:
            vars(self)['_mock_return_value'] = DEFAULT
        if side_effect:
            vars(self)['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        below = self._mock_return_value
        if isinstance(below, NonCallableMock) and below is not self:
            below.reset_mock(visited)

    # questions

    def _shown_calls(self):
        return f'\nCalls: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def _bound(self, each):
        """A call with its arguments by parameter, if there is a signature, so that f(1) and f(a=1) are the same."""
        signature = self._spec_signature
        name, args, kwargs = _Call._parts(each)
        if name and len(each) > 2:
            child = self
            for step in name.replace('()', '').split('.'):
                child = vars(child)['_mock_children'].get(step) if isinstance(child, NonCallableMock) else None
            signature = child._spec_signature if isinstance(child, NonCallableMock) else None
        if signature is None:
            return each
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs)) if name else _Call((bound.args, bound.kwargs), two=True)

    def _name_or_mock(self):
        return self._mock_name or 'mock'

    def assert_not_called(self):
        """AssertionError if it has been called."""
        if self.call_count:
            raise AssertionError(f"Expected '{self._name_or_mock()}' to not have been called. Called {self.call_count} "
                                 f'times.{self._shown_calls()}')

    def assert_called(self):
        """AssertionError if it has not been called."""
        if not self.call_count:
            raise AssertionError(f"Expected '{self._name_or_mock()}' to have been called.")

    def assert_called_once(self):
        """AssertionError unless it has been called once."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_or_mock()}' to have been called once. Called "
                                 f'{self.call_count} times.{self._shown_calls()}')

    def assert_called_with(self, /, *args, **kwargs):
        """AssertionError unless the last call was with these arguments."""
        wanted = _call_text(self._name_or_mock(), args, kwargs)
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {wanted}\n  Actual: not called.')
        expected, actual = self._bound(_Call((args, kwargs), two=True)), self._bound(self.call_args)
        if actual != expected:
            cause = expected if isinstance(expected, Exception) else None
            found = _call_text(self._name_or_mock(), *self.call_args)
            raise AssertionError(f'expected call not found.\nExpected: {wanted}\n  Actual: {found}') from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        """AssertionError unless it has been called once, and with these arguments."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_or_mock()}' to be called once. Called {self.call_count} times."
                                 f'{self._shown_calls()}')
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """AssertionError unless one of the calls was with these arguments."""
        expected = self._bound(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or not any(self._bound(each) == expected for each in self.call_args_list):
            wanted = _call_text(self._name_or_mock(), args, kwargs)
            raise AssertionError(f'{wanted} call not found') from cause

    def assert_has_calls(self, calls, any_order=False):
        """AssertionError unless these calls stand in mock_calls, one behind the other or in any order."""
        expected = [self._bound(each) for each in calls]
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        actual = _CallList(self._bound(each) for each in self.mock_calls)
        if not any_order:
            if expected not in actual:
                problem = 'Calls not found.'
                if cause is not None:
                    errors = [each if isinstance(each, Exception) else None for each in expected]
                    problem = f'Error processing expected calls.\nErrors: {errors}'
                raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}\n'
                                     f'  Actual: {safe_repr(self.mock_calls)}') from cause
            return
        left, missing = list(actual), []
        for each, bound in zip(calls, expected):
            if bound in left:
                left.remove(bound)
            else:
                missing.append(bound)
        if missing:
            raise AssertionError(f'{self._name_or_mock()!r} does not contain all of {tuple(missing)!r} in its call '
                                 f'list, found {left!r} instead') from cause


def _kept(name):
    """A property for what is known of the calls: of the mock behind a function, if it is that of one."""
    key = '_mock_' + name

    def get(self):
        delegate = vars(self)['_mock_delegate']
        return vars(self)[key] if delegate is None else getattr(delegate, name)

    def set(self, value):
        delegate = vars(self)['_mock_delegate']
        if delegate is None:
            vars(self)[key] = value
        else:
            setattr(delegate, name, value)
    return property(get, set)


for _name in 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls':
    setattr(NonCallableMock, _name, _kept(_name))


class _Later:
    """A child that create_autospec() makes when it is asked for, so that a model may lead back to itself."""

    def __init__(self, spec, spec_set, parent, name):
        self.spec, self.spec_set, self.parent, self.name = spec, spec_set, parent, name

    def make(self):
        from unittest.mock._models import create_autospec
        return create_autospec(self.spec, self.spec_set, False, self.parent, self.name)


class CallableMixin(Base):
    """Makes a mock one that can be called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        vars(self)['_mock_return_value'] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        vars(self)['_mock_return_value'] = DEFAULT
        if return_value is not DEFAULT:
            self.return_value = return_value
        elif 'return_value' in kwargs:
            self.return_value = kwargs['return_value']
        if side_effect is not None:
            self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        """TypeError if the model cannot be called so: for mocks that create_autospec() made."""

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._note_call(args, kwargs)
        return self._answer(args, kwargs)

    def _note_call(self, args, kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = each = _Call((args, kwargs), two=True)
        self.call_args_list.append(each)
        self.mock_calls.append(_Call(('', args, kwargs)))
        steps, mock, as_method = '', self, True
        while mock._mock_above is not None:
            step, above = mock._mock_step, mock._mock_above
            as_method = as_method and mock._mock_parent is not None
            steps = (step if step in ('()', '') else '.' + step) + steps
            note = _Call((steps.removeprefix('.'), args, kwargs))
            above.mock_calls.append(note)
            if as_method:
                above.method_calls.append(note)
            mock = above

    def _answer(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if _is_exception(result) and not callable(effect):
                raise result
            if result is not DEFAULT:
                return result
        if self._mock_delegate is not None and self._mock_delegate.return_value is not DEFAULT:
            return self._mock_delegate.return_value
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A mock that can be called. spec: what it is a model of, so that it has no other attributes; spec_set: none can be
    set, either; side_effect and return_value: its answers; wraps: an object that gets the calls; name: for its repr.
    Further keywords are attributes."""


class NonCallableMagicMock(NonCallableMock):
    """A NonCallableMock with all special methods that a model does not exclude."""

    _mock_magics = frozenset(_USUAL)


class MagicMock(Mock):
    """A Mock with all special methods that a model does not exclude."""

    _mock_magics = frozenset(_USUAL)


class PropertyMock(Mock):
    """A mock for a property of a class: it is called with nothing to get, and with the value to set."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class AsyncMock(MagicMock):
    """A mock that is a coroutine function: its answers come when the call is awaited."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        vars(self)['_is_coroutine_mark'] = _coroutine_mark

    def _clear_calls(self):
        super()._clear_calls()
        vars(self).update(await_count=0, await_args=None, await_args_list=_CallList())

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._note_call(args, kwargs)
        return self._awaited(args, kwargs)

    async def _awaited(self, args, kwargs):
        each = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = each
        self.await_args_list.append(each)
        effect = self.side_effect
        if effect is not None and not callable(effect) and not _is_exception(effect):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration from None
            if _is_exception(result):
                raise result
            return result if result is not DEFAULT else self.return_value
        result = self._answer(args, kwargs)
        return await result if inspect.iscoroutine(result) else result

    def assert_awaited(self):
        """AssertionError if it was never awaited."""
        if not self.await_count:
            raise AssertionError(f'Expected {self._name_or_mock()} to have been awaited.')

    def assert_awaited_once(self):
        """AssertionError unless it was awaited once."""
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name_or_mock()} to have been awaited once. Awaited '
                                 f'{self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        """AssertionError unless it was last awaited with these arguments."""
        wanted = _call_text(self._name_or_mock(), args, kwargs)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {wanted}\nNot awaited')
        if self._bound(self.await_args) != self._bound(_Call((args, kwargs), two=True)):
            found = _call_text(self._name_or_mock(), *self.await_args)
            raise AssertionError(f'expected await not found.\nExpected: {wanted}\n  Actual: {found}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """AssertionError unless it was awaited once, and with these arguments."""
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """AssertionError unless it was ever awaited with these arguments."""
        expected = self._bound(_Call((args, kwargs), two=True))
        if not any(self._bound(each) == expected for each in self.await_args_list):
            raise AssertionError(f'{_call_text(self._name_or_mock(), args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        """AssertionError unless it was awaited so, one behind the other or in any order."""
        found = _CallList(self.await_args_list)
        missing = [each for each in calls if each not in found]
        if missing if any_order else list(calls) not in found:
            if any_order:
                raise AssertionError(f'{tuple(missing)!r} not all found in await list')
            raise AssertionError(f'Awaits not found.\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}')

    def assert_not_awaited(self):
        """AssertionError if it was awaited."""
        if self.await_count:
            raise AssertionError(f'Expected {self._name_or_mock()} to not have been awaited. Awaited '
                                 f'{self.await_count} times.')


_all_magics = _MAGICS | _ASYNC_MAGICS
_own_names = {'return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls',
              'method_calls', 'await_count', 'await_args', 'await_args_list', '_is_coroutine_mark', '_mock_check_sig'}


def seal(mock):
    """From now on attributes that the mock, or one below it, does not have are errors."""
    vars(mock)['_mock_sealed'] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_above is mock and not isinstance(child, _Later):
            seal(child)
    below = mock._mock_return_value
    if isinstance(below, NonCallableMock) and below._mock_above is mock:
        seal(below)
