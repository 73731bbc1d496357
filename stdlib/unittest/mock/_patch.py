"""Replacing attributes and items for the time of a test."""
import builtins
import contextlib
import functools
import inspect
import sys
from types import ModuleType

from unittest.mock._calls import DEFAULT, InvalidSpecError
from unittest.mock._mocks import AsyncMock, CallableMixin, MagicMock, NonCallableMagicMock, NonCallableMock
from unittest.mock._models import check_typos, create_autospec


def _target(path):
    """(a function that finds the object, the name of its attribute) of a dotted name."""
    try:
        owner, name = path.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {path!r}')
    return functools.partial(_find, owner), name


class _patch:
    """Replaces an attribute: as a decorator, in a with statement, or between start() and stop()."""

    attribute_name = None
    _active = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            check_typos(kwargs)
        for value in spec, spec_set:
            if isinstance(value, NonCallableMock):
                raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec has already been mocked out. '
                                       f'[spec={value!r}]')
        self.getter, self.attribute, self.new, self.spec, self.create = getter, attribute, new, spec, create
        self.spec_set, self.autospec, self.new_callable, self.kwargs = spec_set, autospec, new_callable, kwargs
        self.additional_patchers, self.is_started = [], False

    def copy(self):
        other = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                       self.new_callable, self.kwargs)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [each.copy() for each in self.additional_patchers]
        return other

    # as a decorator

    def __call__(self, func):
        if isinstance(func, type):
            return self._decorate_class(func)
        patchings = getattr(func, 'patchings', None)
        if patchings is not None:
            patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **keywargs):
                with self._all(patched, args, keywargs) as (args, keywargs):
                    return await func(*args, **keywargs)
        else:
            @functools.wraps(func)
            def patched(*args, **keywargs):
                with self._all(patched, args, keywargs) as (args, keywargs):
                    return func(*args, **keywargs)
        patched.patchings = [self]
        return patched

    @contextlib.contextmanager
    def _all(self, patched, args, keywargs):
        """Enters the patches of a function; gives its arguments with the new mocks behind."""
        with contextlib.ExitStack() as stack:
            more = []
            for each in patched.patchings:
                value = stack.enter_context(each)
                if each.attribute_name is not None:
                    keywargs = keywargs | value
                elif each.new is DEFAULT:
                    more.append(value)
            yield (*args, *more), keywargs

    def _decorate_class(self, cls):
        for name in dir(cls):
            if name.startswith(patch.TEST_PREFIX):
                value = getattr(cls, name)
                if callable(value):
                    setattr(cls, name, self.copy()(value))
        return cls

    # in a with statement

    def _original(self):
        """The attribute, and whether it stands in the object itself."""
        target = self.getter()
        own = vars(target) if hasattr(target, '__dict__') else {}
        if self.attribute in own:
            return own[self.attribute], True
        value = getattr(target, self.attribute, DEFAULT)
        if self.attribute in vars(builtins) and isinstance(target, ModuleType):
            self.create = True
        if value is DEFAULT and not self.create:
            raise AttributeError(f'{target} does not have the attribute {self.attribute!r}')
        return value, False

    def __enter__(self):
        if self.is_started:
            raise RuntimeError('Patch is already started')
        self.target = self.getter()
        original, is_own = self._original()
        new = self._new(original)
        self.temp_original, self.is_local = original, is_own
        self._stack = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            values = {self.attribute_name: new} if self.new is DEFAULT else {}
            for each in self.additional_patchers:
                value = self._stack.enter_context(each)
                if each.new is DEFAULT:
                    values |= value
            return values
        except BaseException:
            if not self.__exit__(*sys.exc_info()):
                raise

    def _new(self, original):
        spec, spec_set, autospec, kwargs = self.spec, self.spec_set, self.autospec, dict(self.kwargs)
        spec = None if spec is False else spec
        spec_set = None if spec_set is False else spec_set
        autospec = None if autospec is False else autospec
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        if self.new is not DEFAULT:
            if kwargs:
                raise TypeError("Can't pass kwargs to a mock we aren't creating")
            if autospec is not None:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            return self.new
        if autospec is not None:
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            model = original if autospec is True else autospec
            if isinstance(model, NonCallableMock):
                raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} as the patch target has already been '
                                       f'mocked out. [target={self.target!r}, attr={model!r}]')
            return create_autospec(model, spec_set=bool(spec_set), _name=self.attribute, **kwargs)
        inherits = False
        if spec is True:
            spec = original
            if spec_set is True:
                spec_set, spec = original, None
        elif spec_set is True:
            spec_set = original
        model = spec if spec is not None else spec_set
        inherits = isinstance(model, type)
        kind = self.new_callable
        if kind is None:
            is_async = inspect.iscoroutinefunction(original if model is None else model)
            kind = AsyncMock if is_async else MagicMock
            if model is not None and not isinstance(model, (list, tuple)) and not callable(model):
                kind = NonCallableMagicMock
        options = {name: value for name, value in (('spec', spec), ('spec_set', spec_set)) if value is not None}
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            options['name'] = self.attribute
        new = kind(**options, **kwargs)
        if inherits and isinstance(new, CallableMixin):
            can_be_called = any('__call__' in vars(base) for base in model.__mro__)
            new.return_value = (type(new) if can_be_called else NonCallableMagicMock)(
                _new_parent=new, _new_name='()',
                **{name: value for name, value in options.items() if name != 'name'})
        return new

    def __exit__(self, *exc_info):
        if not self.is_started:
            return
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in (
                    '__doc__', '__module__', '__defaults__', '__annotations__', '__kwdefaults__')):
                setattr(self.target, self.attribute, self.temp_original)
        self.is_started = False
        return self._stack.__exit__(*exc_info)

    def start(self):
        """Replaces the attribute until stop()."""
        result = self.__enter__()
        self._active.append(self)
        return result

    def stop(self):
        """Puts the attribute back."""
        if self in self._active:
            self._active.remove(self)
            return self.__exit__(None, None, None)
        return None


def _find(path):
    """The object with a dotted name; modules are imported."""
    names = path.split('.')
    found = __import__(names[0])
    for end in range(1, len(names)):
        try:
            found = getattr(found, names[end])
        except AttributeError:
            __import__('.'.join(names[:end + 1]))
            found = getattr(found, names[end])
    return found


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Replaces what 'package.module.name' stands for: by `new`, or by a MagicMock made with the other arguments.
    Decorates functions, which get the mock as a further argument, and classes; or stands in a with statement, which
    gets it."""
    getter, attribute = _target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """patch() for an attribute of an object."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """patch() for several attributes; those that are DEFAULT get mocks, given by their names."""
    getter = functools.partial(_find, target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patches = []
    for attribute, new in kwargs.items():
        each = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        each.attribute_name = attribute
        patches.append(each)
    patches[0].additional_patchers = patches[1:]
    return patches[0]


class _patch_dict:
    """Changes a dict, which is what it was before afterwards; clear: it is emptied first."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.clear = in_dict, clear
        self.values = dict(values) | kwargs
        self._original = None

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                value = getattr(f, name)
                if name.startswith(patch.TEST_PREFIX) and callable(value):
                    setattr(f, name, self.copy()(value))
            return f
        if inspect.iscoroutinefunction(f):
            @functools.wraps(f)
            async def inner(*args, **kwargs):
                with self:
                    return await f(*args, **kwargs)
        else:
            @functools.wraps(f)
            def inner(*args, **kwargs):
                with self:
                    return f(*args, **kwargs)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _find(self.in_dict)
        target = self.in_dict
        self._original = target.copy() if hasattr(target, 'copy') else {key: target[key] for key in target}
        if self.clear:
            self._empty()
        for key, value in self.values.items():
            target[key] = value
        return target

    def _empty(self):
        for key in list(self.in_dict):
            del self.in_dict[key]

    def __exit__(self, *args):
        if self._original is not None:
            self._empty()
            for key in self._original:
                self.in_dict[key] = self._original[key]
            self._original = None
        return False

    def start(self):
        """Changes the dict until stop()."""
        result = self.__enter__()
        _patch._active.append(self)
        return result

    def stop(self):
        """Puts everything back."""
        if self in _patch._active:
            _patch._active.remove(self)
            return self.__exit__(None, None, None)
        return None


def _stop_all():
    """Ends all patches that start() began, the last first."""
    for each in reversed(_patch._active[:]):
        each.stop()


patch.object, patch.dict, patch.multiple, patch.stopall = _patch_object, _patch_dict, _patch_multiple, _stop_all
patch.TEST_PREFIX = 'test'
