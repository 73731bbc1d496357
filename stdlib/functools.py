"""Functions that work on functions."""

from _functools import Placeholder, _lru_cache_wrapper, cmp_to_key, partial, reduce
from collections import namedtuple

_Alias = type(list[int])
_Union = type(int | str)

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cmp_to_key',
           'cache', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property', 'Placeholder']

# --- wrappers that look like what they wrap

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotate__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make wrapper look like wrapped: copy the attributes `assigned`, update the dicts `updated`; return wrapper."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, so that it is not taken over from a wrapped function that is a wrapper itself.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper to the function below it."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering: one comparison is derived from another. The dunder method of the type is called, so that
# NotImplemented can be passed on.

# For each comparison, how the others follow from its result: whether that is negated, and what equality adds to it.
_ALONE, _OR_EQUAL, _AND_UNEQUAL = 'alone', 'or equal', 'and unequal'
_FOLLOWS = {
    '__lt__': {'__gt__': (True, _AND_UNEQUAL), '__le__': (False, _OR_EQUAL), '__ge__': (True, _ALONE)},
    '__le__': {'__ge__': (True, _OR_EQUAL), '__lt__': (False, _AND_UNEQUAL), '__gt__': (True, _ALONE)},
    '__gt__': {'__lt__': (True, _AND_UNEQUAL), '__ge__': (False, _OR_EQUAL), '__le__': (True, _ALONE)},
    '__ge__': {'__le__': (True, _OR_EQUAL), '__gt__': (False, _AND_UNEQUAL), '__lt__': (True, _ALONE)},
}


def _derive(name, root, negated, equality):
    """The comparison `name`, which asks `root`."""
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negated:
            result = not result
        if equality == _OR_EQUAL:
            return result or self == other
        return result and self != other if equality == _AND_UNEQUAL else result
    compare.__name__, compare.__doc__ = name, f'Derived from {root}.'
    return compare


def total_ordering(cls):
    """Fill in the comparisons that a class does not define, from one that it does."""
    defined = {name for name in _FOLLOWS if getattr(cls, name, None) is not getattr(object, name, None)}
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(defined)  # prefers __lt__, then __le__, __gt__, __ge__
    for name, how in _FOLLOWS[root].items():
        if name not in defined:
            setattr(cls, name, _derive(name, root, *how))
    return cls


# --- partial methods

def _unwrap_partial(function):
    while isinstance(function, partial):
        function = function.func
    return function


def _unwrap_partialmethod(function):
    before = None
    while function is not before:
        before = function
        while isinstance(getattr(function, '__partialmethod__', None), partialmethod):
            function = function.__partialmethod__
        while isinstance(function, partialmethod):
            function = function.func
        function = _unwrap_partial(function)
    return function


def _is_abstract(function):
    return getattr(function, '__isabstractmethod__', False)


class partialmethod:
    """A method with some arguments given already: partial for use in a class body."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and getattr(func, '__get__', None) is None:
            raise TypeError(f'the first argument {func!r} must be a callable or a descriptor')
        if args and args[-1] is Placeholder:
            raise TypeError('trailing Placeholders are not allowed')
        if any(value is Placeholder for value in keywords.values()):
            raise TypeError('Placeholder cannot be passed as a keyword argument')
        if isinstance(func, partialmethod):  # flatten: partial knows how arguments are merged
            flat = partial(partial(callable, *func.args, **func.keywords), *args, **keywords)
            func, args, keywords = func.func, flat.args, flat.keywords
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args), *(f'{k}={v!r}' for k, v in self.keywords.items())]
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'

    def _make_unbound_method(self):
        # The instance comes first, then the arguments given here.
        given = (Placeholder, *self.args) if self.args else ()
        call = partial(self.func, *given, **self.keywords)

        def _method(cls_or_self, /, *args, **keywords):
            return call(cls_or_self, *args, **keywords)
        vars(_method).update(__isabstractmethod__=self.__isabstractmethod__, __partialmethod__=self)
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return _is_abstract(self.func)

    __class_getitem__ = classmethod(_Alias)


# --- caches

_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


def lru_cache(maxsize=128, typed=False):
    """A decorator that remembers the results of the `maxsize` most recent different calls; None: of all calls.

    With typed=True arguments of different types are different even if they are equal. The function gets cache_info(),
    cache_clear() and cache_parameters(), and the original is its __wrapped__.
    """
    is_number = isinstance(maxsize, int)
    if not is_number and callable(maxsize) and isinstance(typed, bool):
        return _remembering(maxsize, 128, typed)  # @lru_cache without parentheses
    if not is_number and maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    limit = max(maxsize, 0) if is_number else None
    return lambda function: _remembering(function, limit, typed)


def _remembering(function, limit, typed):
    result = _lru_cache_wrapper(function, limit, typed, _CacheInfo)
    result.cache_parameters = lambda: {'maxsize': limit, 'typed': typed}
    return update_wrapper(result, function)


def cache(user_function, /):
    """Remember the results of all calls: lru_cache(maxsize=None)."""
    return _remembering(user_function, None, False)


class cached_property:
    """A property that is computed once: the result is stored in the instance under the same name."""

    def __init__(self, func):
        self.func, self.attrname = func, None
        self.__doc__, self.__module__ = func.__doc__, func.__module__

    def __set_name__(self, owner, name):
        first = self.attrname
        self.attrname = name if first is None else first
        if self.attrname != name:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} "
                            'property.') from None
        missing = object()
        value = values.get(name, missing)
        if value is missing:
            value = self.func(instance)
            try:
                values[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                                f'item assignment for caching {name!r} property.') from None
        return value

    __class_getitem__ = classmethod(_Alias)


# --- functions with an implementation for each type of the first argument

# A class may be a subclass of an abstract base class without having it among its bases. The order of dispatch is what
# C3 gives when such bases are put in where the class that first implements them is defined (PEP 443).

def _c3_merge(sequences):
    """Merge several orders into one that respects all of them; the earlier one decides where they leave a choice."""
    result = []
    while sequences := [s for s in sequences if s]:
        for sequence in sequences:
            candidate = sequence[0]
            if not any(candidate in s[1:] for s in sequences):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(candidate)
        sequences = [s[1:] if s[0] == candidate else s for s in sequences]
    return result


def _c3_mro(cls, abcs=None):
    """The MRO of cls, with those of the abcs put in that it implements."""
    # The bases up to the last one that is explicitly abstract come before the implicit ones.
    bases = list(cls.__bases__)
    boundary = max((i for i, base in enumerate(bases, 1) if hasattr(base, '__abstractmethods__')), default=0)
    explicit, others = bases[:boundary], bases[boundary:]
    abcs = list(abcs or ())
    implicit = [abc for abc in abcs if issubclass(cls, abc) and not any(issubclass(base, abc) for base in bases)]
    abcs = [abc for abc in abcs if abc not in implicit]
    groups = [explicit, implicit, others]
    return _c3_merge([[cls]] + [_c3_mro(base, abcs) for group in groups for base in group] + groups)


def _compose_mro(cls, types):
    """The MRO of cls with the related ones of `types`, which cls does not really inherit, put in."""
    bases = set(cls.__mro__)
    types = [t for t in types if t not in bases and hasattr(t, '__mro__') and not isinstance(t, _Alias)
             and issubclass(cls, t)]
    types = [t for t in types if not any(t is not other and t in other.__mro__ for other in types)]
    wanted = set(types)
    abcs = []
    for t in types:
        # Subclasses of t that cls implements, too, tell how t is related to the other types.
        found = [[s for s in sub.__mro__ if s in wanted] for sub in t.__subclasses__()
                 if sub not in bases and issubclass(cls, sub)]
        for s in [s for group in sorted(found, key=len, reverse=True) for s in group] or [t]:
            if s not in abcs:
                abcs.append(s)
    return _c3_mro(cls, abcs)


def _find_impl(cls, registry):
    """The best implementation for a class."""
    match = None
    for t in _compose_mro(cls, registry.keys()):
        if match is not None:
            # Two unrelated registered bases, neither of which cls really inherits: which one was meant?
            if t in registry and t not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, t):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {t}')
            break
        if t in registry:
            match = t
    return registry.get(match)


def singledispatch(func):
    """Make func generic: f.register(cls) adds an implementation for first arguments of a class."""
    from abc import get_cache_token
    from weakref import WeakKeyDictionary

    registry = {}
    found = WeakKeyDictionary()
    token = None
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal token
        if token is not None and token != (current := get_cache_token()):
            found.clear()
            token = current
        try:
            return found[cls]
        except KeyError:
            pass
        implementation = registry.get(cls)
        if implementation is None:
            implementation = _find_impl(cls, registry)
        found[cls] = implementation
        return implementation

    def is_dispatch_type(cls):
        return (isinstance(cls, type) and not isinstance(cls, _Alias)
                or isinstance(cls, _Union) and all(isinstance(arg, type) for arg in cls.__args__))

    def register(cls, func=None):
        """Add an implementation for a class; as a decorator, also for the class in the annotation."""
        nonlocal token
        if is_dispatch_type(cls):
            if func is None:
                return partial(register, cls)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            if not getattr(cls, '__annotations__', None):
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either '
                                '`@register(some_class)` or plain `@register` on an annotated function.')
            func = cls
            argname, cls = _first_annotation(func)
            if not is_dispatch_type(cls):
                what = 'not all arguments are classes' if isinstance(cls, _Union) else 'is not a class'
                raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} {what}.')
        for c in cls.__args__ if isinstance(cls, _Union) else (cls,):
            registry[c] = func
            if token is None and hasattr(c, '__abstractmethods__'):
                token = get_cache_token()
        found.clear()
        return func

    def generic(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        implementation = dispatch(args[0].__class__)
        return implementation(*args, **kw)

    from types import MappingProxyType
    registry[object] = func
    vars(generic).update(register=register, dispatch=dispatch, registry=MappingProxyType(registry),
                         _clear_cache=found.clear)
    return update_wrapper(generic, func)


def _first_annotation(function):
    """The name and the class in the first annotation of a function; text is evaluated where the function lives."""
    try:
        annotations = function.__annotations__
    except NameError:  # some other annotation may be the one that cannot be evaluated
        from annotationlib import Format, get_annotations
        annotations = get_annotations(function, format=Format.FORWARDREF)
    name, cls = next(iter(annotations.items()))
    if isinstance(cls, str):
        cls = eval(cls, getattr(_unwrap_partial(function), '__globals__', {}))
    if type(cls).__name__ == 'ForwardRef':
        raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is an unresolved forward reference.')
    return name, type(None) if cls is None else cls


class singledispatchmethod:
    """singledispatch for methods: the argument after self, or cls, decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.func, self.dispatcher = func, singledispatch(func)

    def register(self, cls, method=None):
        """Add an implementation for a class."""
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        return _BoundDispatch(self, obj, cls)

    @property
    def __isabstractmethod__(self):
        return _is_abstract(self.func)

    def __repr__(self):
        name = getattr(self.func, '__qualname__', None) or getattr(self.func, '__name__', '?')
        return f'<single dispatch method descriptor {name}>'


class _BoundDispatch:
    """What a singledispatchmethod is on an instance or a class."""

    def __init__(self, unbound, obj, cls):
        self._unbound, self._obj, self._cls = unbound, obj, cls
        for name in ('__module__', '__doc__'):
            if hasattr(unbound.func, name):
                setattr(self, name, getattr(unbound.func, name))

    def __repr__(self):
        name = getattr(self, '__qualname__', None) or getattr(self, '__name__', '?')
        bound, of = ('', '') if self._obj is None else ('bound ', f' of {self._obj!r}')
        return f'<{bound}single dispatch method {name}{of}>'

    def __call__(self, /, *args, **kwargs):
        if not args:
            name = getattr(self._unbound.func, '__name__', 'singledispatchmethod method')
            raise TypeError(f'{name} requires at least 1 positional argument')
        implementation = self._unbound.dispatcher.dispatch(args[0].__class__)
        bind = getattr(implementation, '__get__', None)
        return (implementation if bind is None else bind(self._obj, self._cls))(*args, **kwargs)

    def __getattr__(self, name):
        if name not in {'__name__', '__qualname__', '__isabstractmethod__', '__annotations__', '__type_params__'}:
            raise AttributeError
        return getattr(self._unbound.func, name)

    @property
    def __wrapped__(self):
        return self._unbound.func

    @property
    def register(self):
        return self._unbound.register
