"""Generic aliases and special forms: List[int], Optional[str], Annotated[...].

An alias has an origin and arguments. Its parameters are the type variables among the arguments; subscripting it puts
types in their place.
"""

import contextlib
import functools
import operator
import sys
import types
from annotationlib import ForwardRef, type_repr
from _typing import Generic, ParamSpec, TypeVar, TypeVarTuple, Union

_PARAMETERS = (TypeVar, TypeVarTuple, ParamSpec)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None means its type, a str a forward reference."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        ref = ForwardRef(arg, module=module, is_class=allow_special_forms)
        try:
            compile(f'({arg},)' if arg.startswith('*') else arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        return ref
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The argument as a type; TypeError with the message if it cannot be one."""
    arg = _type_convert(arg, module, allow_special_forms=allow_special_forms)
    protocol = _protocol()
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        if origin is Generic or origin is protocol or not allow_special_forms and (
                origin is ClassVar or is_argument and origin is Final):
            raise TypeError(f"{arg} is not valid as type argument")
    elif isinstance(arg, _SpecialForm):
        if not (arg in _TYPES_ALONE or allow_special_forms and arg in (ClassVar, Final)):
            raise TypeError(f"Plain {arg} is not valid as type argument")
    elif arg is Generic or arg is protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    elif type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _protocol():
    module = sys.modules.get('typing._protocols')
    return getattr(module, 'Protocol', None)


def _is_param_expr(arg):
    """Does it stand for a list of parameters?"""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _callable_args(args):
    """The arguments of a Callable as they were written: the flat ones of the alias have the result last."""
    if len(args) == 2 and _is_param_expr(args[0]):
        return args
    *parameters, result = args
    return parameters, result


def _as_tuple(subscript):
    """What stands in the brackets, which is a tuple if there is a comma."""
    return subscript if isinstance(subscript, tuple) else (subscript,)


def _each_type(args, msg):
    return tuple(_type_check(arg, msg) for arg in args)


def _shown(obj):
    if isinstance(obj, tuple):
        return '[' + ', '.join(map(_shown, obj)) + ']'
    return type_repr(obj)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type variables in the arguments, each once, in the order in which they come."""
    found = {}
    after_default = after_variadic = False
    for arg in args:
        if isinstance(arg, type):
            continue
        if not isinstance(arg, _PARAMETERS):
            inner = _collect_type_parameters(arg) if isinstance(arg, tuple) else getattr(arg, '__parameters__', ())
            found |= dict.fromkeys(inner)
        elif arg not in found:
            found[arg] = None
            if not enforce_default_ordering:
                continue
            if arg.has_default():
                if after_variadic and isinstance(arg, TypeVar):
                    raise TypeError('Type parameter with a default follows TypeVarTuple')
                after_default = True
            elif after_default:
                raise TypeError(f'Type parameter {arg!r} without a default follows type parameter with a default')
            after_variadic |= isinstance(arg, TypeVarTuple)
    return tuple(found)


def _flatten_literal(params):
    for param in params:
        if isinstance(param, _LiteralGenericAlias):
            yield from param.__args__
        else:
            yield param


def _tp_cache(function=None, /, *, typed=False):
    """Keeps results for arguments that can be hashed."""
    def decorator(function):
        cached = functools.lru_cache(typed=typed)(function)

        @functools.wraps(function)
        def inner(*args):
            try:
                return cached(*args)
            except TypeError:
                # Unhashable arguments; or a real error, which comes again.
                return function(*args)
        return inner
    return decorator if function is None else decorator(function)


# --- special forms

class _Final:
    # Classes of this package, which alone derives from them.
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")
        cls.__module__ = 'typing'


class _InUnions:
    # What | makes a union of.
    __slots__ = ()

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


_NAMES = frozenset({'__name__', '__qualname__'})


class _SpecialForm(_InUnions, _Final, _root=True):
    # A name that means something to type checkers alone. A function says what subscripting it gives, and the docstring.
    __slots__ = ('_name', '_getitem', '__doc__')

    def __init__(self, getitem):
        self.__doc__, self._name, self._getitem = getitem.__doc__, getitem.__name__, getitem

    def __getattr__(self, item):
        if item not in _NAMES:
            raise AttributeError(item)
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return f'typing.{self._name}'

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_tp_cache
    def __getitem__(self, subscript):
        return self._getitem(self, subscript)


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    # Its function gets what stands between the commas.
    def __getitem__(self, subscript):
        return self._getitem(self, *_as_tuple(subscript))


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(self, obj)

    def __repr__(self):
        return "typing.Any" if self is Any else type.__repr__(self)


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return object.__new__(cls)


Any.__module__ = 'typing'


def _form(name, doc, getitem):
    getitem.__name__, getitem.__doc__ = name, doc
    return _SpecialForm(getitem)


def _unsubscriptable(name, doc):
    def refuse(self, subscript):
        raise TypeError(f"{self} is not subscriptable")
    return _form(name, doc, refuse)


NoReturn = _unsubscriptable('NoReturn', "The result of a function that never returns.")
Never = _unsubscriptable('Never', "The type without values.")
Self = _unsubscriptable('Self', "The class that a method belongs to.")
LiteralString = _unsubscriptable('LiteralString', "Text that is made of literals alone.")
TypeAlias = _unsubscriptable('TypeAlias', "Marks an assignment as the definition of an alias.")


_TYPES_ALONE = frozenset({NoReturn, Never, Self, LiteralString, TypeAlias})  # are types without a subscript


def _of_one_type(name, doc, **options):
    def subscribe(self, arg):
        return _GenericAlias(self, _type_check(arg, f'{self} accepts only single type.', **options))
    return _form(name, doc, subscribe)


ClassVar = _of_one_type('ClassVar', "An attribute of the class, not of its instances.", allow_special_forms=True)
Final = _of_one_type('Final', "A name that is not to be assigned again.", allow_special_forms=True)
TypeGuard = _of_one_type('TypeGuard', "The result of a function that narrows its argument's type if it is true.")
TypeIs = _of_one_type('TypeIs', "The result of a function that tells whether its argument has the type.")
Required = _of_one_type('Required', "A key that a TypedDict must have.", allow_special_forms=True)
NotRequired = _of_one_type('NotRequired', "A key that a TypedDict may lack.", allow_special_forms=True)
ReadOnly = _of_one_type('ReadOnly', "An item of a TypedDict that is not to be changed.", allow_special_forms=True)


@_SpecialForm
def Optional(self, parameters):
    """Optional[X] is X | None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


@_TypedCacheSpecialForm
def Literal(self, *parameters):
    """One of these values: Literal['r', 'w']."""
    values = list(_flatten_literal(parameters))
    try:
        values = dict.fromkeys((value, type(value)) for value in values)
    except TypeError:
        # Values without a hash are compared one by one.
        pairs = [(value, type(value)) for value in values]
        values = [pair for i, pair in enumerate(pairs) if pair not in pairs[:i]]
    return _LiteralGenericAlias(self, tuple(value for value, _ in values))


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *types_, rest = _as_tuple(parameters)
    if rest is not ... and not isinstance(rest, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _ConcatenateGenericAlias(self, (*_each_type(types_, "Concatenate[arg, ...]: each arg must be a type."), rest))


@_SpecialForm
def Unpack(self, parameters):
    """Unpack[Ts] is *Ts."""
    return _UnpackGenericAlias(origin=self, args=(_type_check(parameters, f'{self} accepts only single type.'),))


@_TypedCacheSpecialForm
def Annotated(self, *params):
    """A type with something more to say: Annotated[int, 'metres']."""
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if isinstance(params[0], _UnpackGenericAlias):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(params[1:]))


class ParamSpecArgs(_Final, _root=True):
    """The args of a ParamSpec: P.args."""

    __module__ = 'typing'
    __slots__ = ('__origin__',)
    _shown = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._shown}"

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecKwargs(ParamSpecArgs, _root=True):
    """The kwargs of a ParamSpec: P.kwargs."""

    __module__ = 'typing'
    __slots__ = ()
    _shown = 'kwargs'


# --- aliases

def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


_OWN_ATTRIBUTES = frozenset({'_name', '_inst', '_nparams', '_paramspec_tvars', '_defaults'})


class _BaseGenericAlias(_InUnions, _Final, _root=True):
    """Calls and attributes go to the origin."""

    def __init__(self, origin, *, inst=True, name=None):
        self.__origin__, self.__slots__ = origin, None
        self._name, self._inst = name, inst

    def __call__(self, *args, **kwargs):
        origin = self.__origin__
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {origin.__name__}() instead")
        made = origin(*args, **kwargs)
        with contextlib.suppress(Exception):
            made.__orig_class__ = self
        return made

    def __mro_entries__(self, bases):
        origin = () if self.__origin__ in bases else (self.__origin__,)
        behind = bases[bases.index(self) + 1:]
        brings_generic = any(isinstance(b, _BaseGenericAlias) or isinstance(b, type) and issubclass(b, Generic)
                             for b in behind)
        return origin if brings_generic else (*origin, Generic)

    def __getattr__(self, attr):
        if attr in _NAMES:
            return self._name or self.__origin__.__name__
        if _is_dunder(attr) or '__origin__' not in vars(self):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __setattr__(self, attr, val):
        if attr in _OWN_ATTRIBUTES or _is_dunder(attr):
            object.__setattr__(self, attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return issubclass(type(obj), self)

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return sorted({*object.__dir__(self), *(attr for attr in dir(self.__origin__) if not _is_dunder(attr))})


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A generic with its arguments."""

    def __init__(self, origin, args, *, inst=True, name=None):
        _BaseGenericAlias.__init__(self, origin, inst=inst, name=name)
        self.__args__ = args = _as_tuple(args)
        self.__parameters__ = _collect_type_parameters(args, enforce_default_ordering=origin is Generic)
        if not name:
            self.__module__ = origin.__module__

    def _identity(self):
        return self.__origin__, self.__args__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self):
        return hash(self._identity())

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ in (Generic, _protocol()):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        params = self.__parameters__
        if not params:
            raise TypeError(f"{self} is not a generic class")
        args = tuple(map(_type_convert, _unpack_args(*_as_tuple(args))))
        return self.copy_with(_substitute(self.__args__, _bind(self, params, args)))

    def copy_with(self, args):
        return type(self)(self.__origin__, args, inst=self._inst, name=self._name)

    def __repr__(self):
        name = f'typing.{self._name}' if self._name else _shown(self.__origin__)
        return f'{name}[{", ".join(map(_shown, self.__args__)) or "()"}]'

    def __reduce__(self):
        args = self.__args__
        single = len(args) == 1 and not isinstance(args[0], tuple)
        origin = getattr(sys.modules['typing'], self._name) if self._name else self.__origin__
        return operator.getitem, (origin, args[0] if single else args)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            # List[int] and its like.
            return _BaseGenericAlias.__mro_entries__(self, bases)
        if origin is Generic:
            behind = bases[bases.index(self) + 1:]
            if _protocol() in bases or any(isinstance(b, _BaseGenericAlias) and b is not self for b in behind):
                return ()
        return origin,

    def __iter__(self):
        yield Unpack[self]


def _unpack_args(*args):
    result = []
    for arg in args:
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner is not None and not (inner and inner[-1] is ...):
            result.extend(inner)
        else:
            result.append(arg)
    return result


def _bind(alias, params, args):
    """What each parameter stands for, as a dict."""
    variadic = next((i for i, p in enumerate(params) if isinstance(p, TypeVarTuple)), None)
    required = sum(not p.has_default() for p in params)
    if len(params) == 1 and isinstance(params[0], ParamSpec) and (
            len(args) != 1 or not _is_param_expr(args[0])):
        args = (tuple(args),)
    values = {}
    if variadic is None:
        if len(args) > len(params) or len(args) < required:
            many = "many" if len(args) > len(params) else "few"
            if len(args) < required:
                expected = f"at least {required}"
            else:
                expected = f"at most {len(params)}" if required < len(params) else str(len(params))
            raise TypeError(f"Too {many} arguments for {alias}; actual {len(args)}, expected {expected}")
        for i, param in enumerate(params):
            values[param] = args[i] if i < len(args) else param.__default__
    else:
        values.update(zip(params, _gather(params[variadic], alias, variadic, len(params) - variadic - 1, args)))
    for param, value in values.items():
        values[param] = _check_value(param, value)
    return values


def _check_value(param, value):
    """What may stand for a parameter: value itself, parameter lists as tuples; or TypeError."""
    if isinstance(param, TypeVar):
        value = _type_check(value, "Parameters to generic types must be types.", allow_special_forms=False)
        if isinstance(value, _UnpackGenericAlias) or getattr(value, '__unpacked__', False) is True:
            raise TypeError(f"{value} is not valid as type argument")
    elif isinstance(param, ParamSpec):
        if isinstance(value, (list, tuple)):
            return tuple(value)
        if not _is_param_expr(value):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {value}")
    return value


def _substitute_param(param, value):
    if isinstance(param, TypeVarTuple):
        if isinstance(value, tuple):
            return value
        raise TypeError("Substitution of bare TypeVarTuple is not supported")
    return _check_value(param, value)


def _prepare_substitution(param, alias, args):
    """The items of a subscript after `param` took its own: a default, or several as one tuple."""
    params = alias.__parameters__
    at = params.index(param)
    if isinstance(param, TypeVarTuple):
        return _gather(param, alias, at, len(params) - at - 1, args)
    if at == len(args) and param.has_default():
        args = *args, param.__default__
    if at > len(args) or (at == len(args) and isinstance(param, ParamSpec)):
        raise TypeError(f"Too few arguments for {alias}")
    if at == len(args):
        return args
    if isinstance(param, ParamSpec):
        if len(params) == 1 and not _is_param_expr(args[0]):
            args = (args,)
        elif isinstance(args[at], list):
            args = *args[:at], tuple(args[at]), *args[at + 1:]
    return args


def _gather(param, alias, before, behind, args):
    """The items with those between the first `before` and the last `behind` as one tuple. An unpacked tuple of unknown
    length gives those that are missing before, and after it those that nothing stands for."""
    if sum(isinstance(other, TypeVarTuple) for other in alias.__parameters__) > 1:
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    spread = [i for i, arg in enumerate(args) if (getattr(arg, '__typing_unpacked_tuple_args__', None) or (0,))[-1] is ...]
    if len(spread) > 1:
        raise TypeError("More than one unpacked arbitrary-length tuple argument")
    if spread:
        [at] = spread
        left, right = min(before, at), min(behind, len(args) - at - 1)
        filler = args[at].__typing_unpacked_tuple_args__[0]
    else:
        left, right = before, behind
        filler = None
    if left + right > len(args):
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {before + behind}")
    middle = tuple(args[left:len(args) - right])
    if not middle and param.has_default():
        middle = tuple(_unpack_args(param.__default__))
    return (*args[:left], *[filler] * (before - left), middle, *[filler] * (behind - right - left), *args[len(args) - right:])


def _substitute(args, values):
    """The arguments with their type variables replaced."""
    result = []
    for arg in args:
        if isinstance(arg, TypeVarTuple):
            result.extend(values.get(arg, (arg,)))
        elif isinstance(arg, _UnpackGenericAlias) and isinstance(arg.__args__[0], TypeVarTuple):
            result.extend(values.get(arg.__args__[0], (arg,)))
        elif isinstance(arg, _PARAMETERS):
            result.append(values.get(arg, arg))
        elif isinstance(arg, tuple):
            result.append(tuple(_substitute(arg, values)))
        elif isinstance(arg, type) and not isinstance(arg, types.GenericAlias):
            result.append(arg)
        else:
            params = getattr(arg, '__parameters__', ())
            if not params:
                result.append(arg)
                continue
            inner = []
            for param in params:
                value = values.get(param, param)
                if isinstance(param, TypeVarTuple) and isinstance(value, tuple):
                    inner.extend(value)
                else:
                    inner.append(value)
            result.append(arg[tuple(inner)])
    return tuple(result)


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """List, Dict and the others: the name of a class elsewhere, to be subscripted."""

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, name=name or origin.__name__, inst=inst)
        self._nparams, self._defaults = nparams, defaults
        self.__doc__ = f'Deprecated alias to {_shown(origin)}.'

    @_tp_cache
    def __getitem__(self, params):
        params = _each_type(_as_tuple(params), "Parameters to generic types must be types.")
        most, given = self._nparams, len(params)
        least = most - len(self._defaults)
        if not most:
            raise TypeError(f"{self} is not a generic class")
        if not least <= given <= most:
            many = "many" if given > most else "few"
            expected = f"at least {least}" if self._defaults else most
            raise TypeError(f"Too {many} arguments for {self}; actual {given}, expected {expected}")
        return self.copy_with(params + self._defaults[given - least:])

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return f'typing.{self._name}'

    def __subclasscheck__(self, cls):
        match cls:
            case _SpecialGenericAlias():
                return issubclass(cls.__origin__, self.__origin__)
            case _GenericAlias():
                return _BaseGenericAlias.__subclasscheck__(self, cls)
        return issubclass(cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _CallableGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        parameters, result = _callable_args(self.__args__)
        if parameters is self.__args__[0]:
            return _GenericAlias.__repr__(self)
        return f'typing.Callable[[{", ".join(map(_shown, parameters))}], {_shown(result)}]'

    def __reduce__(self):
        return operator.getitem, (sys.modules['typing'].Callable, _callable_args(self.__args__))

    def copy_with(self, args):
        parameters = args[0]
        if len(args) == 2 and isinstance(parameters, tuple):
            args = (*parameters, args[1])
        return super().copy_with(args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._from_to(tuple(args) if isinstance(args, list) else args, result)

    @_tp_cache
    def _from_to(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, tuple) or not _is_param_expr(args):
            listed = args if isinstance(args, tuple) else (args,)
            args = _each_type(listed, "Callable[[arg, ...], result]: each arg must be a type.")
            return self.copy_with((*args, result))
        return self.copy_with((args, result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        match _as_tuple(params):
            case (first, *others, last) if last is ...:
                items = (*_each_type((first, *others), "Tuple[t, ...]: t must be a type."), ...)
            case items:
                items = _each_type(items, "Tuple[t0, t1, ...]: each t must be a type.")
        return self.copy_with(items)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _values(self):
        return {(a, type(a)) for a in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self):
        return hash(frozenset(self._values()))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        *types_, rest = params
        match rest:
            case list() | tuple():
                return *types_, *rest
            case _ConcatenateGenericAlias():
                types_ += rest.__args__
            case _:
                types_.append(rest)
        return _GenericAlias.copy_with(self, tuple(types_))


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        unpacked, = self.__args__
        return f'typing.Unpack[{_shown(unpacked)}]'

    @property
    def __typing_unpacked_tuple_args__(self):
        unpacked, = self.__args__
        if not isinstance(unpacked, (_GenericAlias, types.GenericAlias)):
            return None
        if unpacked.__origin__ is tuple:
            return unpacked.__args__
        raise TypeError("Unpack[...] must be used with a tuple type")

    @property
    def __typing_is_unpacked_typevartuple__(self):
        unpacked, = self.__args__
        return isinstance(unpacked, TypeVarTuple)

    def __getitem__(self, args):
        """The arguments that *Ts stands for in a built-in generic type."""
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)


class _AnnotatedAlias(_GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, (*origin.__metadata__, *metadata)
        self.__metadata__ = metadata
        _GenericAlias.__init__(self, origin, (origin,), name='Annotated')

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        return operator.getitem, (Annotated, self._identity())

    def _identity(self):
        return self.__origin__, *self.__metadata__

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self._identity() == other._identity()

    __hash__ = _GenericAlias.__hash__

    def __mro_entries__(self, bases):
        return self.__origin__,


# --- Generic, which is written in C and asks these when this package is there

@_tp_cache
def _generic_class_getitem(cls, args):
    args = tuple(map(_type_convert, _as_tuple(args)))
    if cls is not Generic and cls is not _protocol():
        params = cls.__parameters__
        if not params:
            raise TypeError(f"{cls} is not a generic class")
        return _GenericAlias(cls, _substitute(params, _bind(cls, params, tuple(_unpack_args(*args)))))
    if not args:
        raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
    if not all(map(_is_parameter, args)):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                        "specification variables.")
    if len(args) > len(frozenset(args)):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
    return _GenericAlias(cls, args)


def _is_parameter(arg):
    if isinstance(arg, _UnpackGenericAlias):
        return isinstance(arg.__args__[0], TypeVarTuple)
    return isinstance(arg, _PARAMETERS)


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    written = vars(cls).get('__orig_bases__', ())
    makes_generics = cls.__name__ == 'Protocol' or type(cls).__name__ == '_TypedDictMeta'
    if Generic in (written or () if makes_generics else written or cls.__bases__):
        raise TypeError("Cannot inherit from plain Generic")
    params = _collect_type_parameters(written)
    listing = _listing_base(written)
    if listing is not None:
        listed = listing.__parameters__
        missing = ', '.join(str(param) for param in params if param not in listed)
        if missing:
            raise TypeError(f"Some type variables ({missing}) are not listed in "
                            f"{listing.__origin__.__name__}[{', '.join(map(str, listed))}]")
        params = listed
    cls.__parameters__ = params


def _listing_base(bases):
    """The base Generic[...] or Protocol[...] that gives all parameters in their order; None without."""
    roots = (Generic, _protocol())
    listing = None
    for base in bases:
        if isinstance(base, (_GenericAlias, types.GenericAlias)) and base.__origin__ in roots:
            if listing is not None and base.__origin__ is listing.__origin__ is Generic:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            listing = base
    return listing


AnyStr = TypeVar("AnyStr", bytes, str)
AnyStr.__module__ = 'typing'
