"""Generic aliases and special forms: List[int], Optional[str], Annotated[...].

An alias has an origin and arguments. Its parameters are the type variables among the arguments; subscripting it puts
types in their place.
"""

import collections
import functools
import operator
import sys
import types
from annotationlib import ForwardRef, type_repr
from _typing import Generic, NoDefault, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple, Union

_PARAMETERS = (TypeVar, TypeVarTuple, ParamSpec)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None means its type, a str a forward reference."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The argument as a type; TypeError with the message if it cannot be one."""
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    invalid = (Generic, _protocol())
    if not allow_special_forms:
        invalid += (ClassVar,)
        if is_argument:
            invalid += (Final,)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in invalid:
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, _protocol()):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _protocol():
    module = sys.modules.get('typing._protocols')
    return getattr(module, 'Protocol', None)


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list)) or \
        isinstance(arg, (ParamSpec, _ConcatenateGenericAlias))


def _type_repr(obj):
    if isinstance(obj, tuple):
        return '[' + ', '.join(map(_type_repr, obj)) + ']'
    return type_repr(obj)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type variables in the arguments, each once, in the order in which they come."""
    found = []
    default_seen = False
    variadic_seen = False
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            nested = arg
            for inner in nested:
                for param in _collect_type_parameters([inner]):
                    if param not in found:
                        found.append(param)
        elif isinstance(arg, _PARAMETERS):
            if arg in found:
                continue
            if enforce_default_ordering:
                if arg.has_default():
                    if variadic_seen and isinstance(arg, TypeVar):
                        raise TypeError('Type parameter with a default follows TypeVarTuple')
                    default_seen = True
                elif default_seen:
                    raise TypeError(f'Type parameter {arg!r} without a default follows type parameter with a default')
                variadic_seen = variadic_seen or isinstance(arg, TypeVarTuple)
            found.append(arg)
        else:
            for param in getattr(arg, '__parameters__', ()):
                if param not in found:
                    found.append(param)
    return tuple(found)


def _check_generic(cls, args, expected):
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    if len(args) != expected:
        many = "many" if len(args) > expected else "few"
        raise TypeError(f"Too {many} arguments for {cls}; actual {len(args)}, expected {expected}")


def _flatten_literal(params):
    result = []
    for param in params:
        result.extend(param.__args__ if isinstance(param, _LiteralGenericAlias) else (param,))
    return tuple(result)


def _dedupe(pairs):
    result = []
    for pair in pairs:
        if pair not in result:
            result.append(pair)
    return result


def _tp_cache(function=None, /, *, typed=False):
    """Keeps results for arguments that can be hashed."""
    def decorator(function):
        cached = functools.lru_cache(typed=typed)(function)

        @functools.wraps(function)
        def inner(*args, **kwds):
            try:
                return cached(*args, **kwds)
            except TypeError:
                # Unhashable arguments; or a real error, which comes again.
                return function(*args, **kwds)
        return inner
    return decorator if function is None else decorator(function)


# --- special forms

class _Final:
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class _SpecialForm(_Final, _root=True):
    # A name that means something to type checkers alone. A function says what subscripting it gives, and the docstring.
    __slots__ = ('_name', '__doc__', '_getitem')

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in {'__name__', '__qualname__'}:
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Any.__module__ = 'typing'


def _unsubscriptable(name, doc):
    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


NoReturn = _unsubscriptable('NoReturn', "The result of a function that never returns.")
Never = _unsubscriptable('Never', "The type without values.")
Self = _unsubscriptable('Self', "The class that a method belongs to.")
LiteralString = _unsubscriptable('LiteralString', "Text that is made of literals alone.")
TypeAlias = _unsubscriptable('TypeAlias', "Marks an assignment as the definition of an alias.")


def _of_one_type(name, doc, **options):
    def getitem(self, parameters):
        item = _type_check(parameters, f'{self} accepts only single type.', **options)
        return _GenericAlias(self, (item,))
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


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
    parameters = _flatten_literal(parameters)
    try:
        parameters = tuple(p for p, _ in _dedupe([(p, type(p)) for p in parameters]))
    except TypeError:
        pass
    return _LiteralGenericAlias(self, parameters)


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    msg = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*(_type_check(p, msg) for p in parameters[:-1]), parameters[-1]))


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


class _BaseGenericAlias(_Final, _root=True):
    """Calls and attributes go to the origin."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        i = bases.index(self)
        if not any(isinstance(b, _BaseGenericAlias) or isinstance(b, type) and issubclass(b, Generic)
                   for b in bases[i + 1:]):
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr in {'__name__', '__qualname__'}:
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if _is_dunder(attr) or attr in {'_name', '_inst', '_nparams', '_paramspec_tvars', '_defaults'}:
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list(set(super().__dir__()) | {attr for attr in dir(self.__origin__) if not _is_dunder(attr)})


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A generic with its arguments."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = tuple(... if a is Ellipsis else a for a in args)
        self.__parameters__ = _collect_type_parameters(args, enforce_default_ordering=origin is Generic)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __getitem__(self, args):
        if self.__origin__ in (Generic, _protocol()):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type_convert(p) for p in _unpack_args(*args))
        return self.copy_with(_substitute(self.__args__, _bind(self, self.__parameters__, args)))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(map(_type_repr, self.__args__)) if self.__args__ else "()"
        return f'{name}[{args}]'

    def __reduce__(self):
        origin = getattr(sys.modules['typing'], self._name) if self._name else self.__origin__
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            # List[int] and its like.
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            protocol = _protocol()
            if protocol in bases:
                return ()
            i = bases.index(self)
            if any(isinstance(b, _BaseGenericAlias) and b is not self for b in bases[i + 1:]):
                return ()
        return (self.__origin__,)

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
        behind = len(params) - variadic - 1
        if len(args) < variadic + behind:
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least "
                            f"{variadic + behind}")
        end = len(args) - behind
        values.update(zip(params[:variadic], args[:variadic]))
        values[params[variadic]] = tuple(args[variadic:end])
        values.update(zip(params[variadic + 1:], args[end:]))
    for param, value in values.items():
        if isinstance(param, TypeVar):
            values[param] = _type_check(value, "Parameters to generic types must be types.", allow_special_forms=False)
        elif isinstance(param, ParamSpec):
            if isinstance(value, (list, tuple)):
                values[param] = tuple(value)
            elif not _is_param_expr(value):
                raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {value}")
    return values


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
        super().__init__(origin, inst=inst, name=origin.__name__ if name is None else name)
        self._nparams = nparams
        self._defaults = defaults
        if origin.__module__ == 'builtins':
            self.__doc__ = f'Deprecated alias to {origin.__qualname__}.'
        else:
            self.__doc__ = f'Deprecated alias to {origin.__module__}.{origin.__qualname__}.'

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_check(p, "Parameters to generic types must be types.") for p in params)
        if self._defaults and len(params) < self._nparams and len(params) + len(self._defaults) >= self._nparams:
            params = (*params, *self._defaults[len(params) - self._nparams:])
        if not self._nparams:
            raise TypeError(f"{self} is not a generic class")
        if len(params) != self._nparams:
            expected = str(self._nparams)
            if self._defaults:
                expected = f"at least {self._nparams - len(self._defaults)}"
            many = "many" if len(params) > self._nparams else "few"
            raise TypeError(f"Too {many} arguments for {self}; actual {len(params)}, expected {expected}")
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _CallableGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return f'typing.Callable[[{", ".join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]'

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (sys.modules['typing'].Callable, args)

    def copy_with(self, args):
        if len(args) == 2 and isinstance(args[0], tuple):
            args = (*args[0], args[1])
        return _CallableGenericAlias(self.__origin__, args, name=self._name, inst=self._inst)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, list):
            msg = "Callable[[arg, ...], result]: each arg must be a type."
            return self.copy_with((*(_type_check(arg, msg) for arg in args), result))
        if args is ... or isinstance(args, (ParamSpec, _ConcatenateGenericAlias)):
            return self.copy_with((args, result))
        msg = "Callable[[arg, ...], result]: each arg must be a type."
        return self.copy_with((_type_check(args, msg), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            msg = "Tuple[t, ...]: t must be a type."
            params = tuple(_type_check(p, msg) for p in params[:-1])
            return self.copy_with((*params, ...))
        msg = "Tuple[t0, t1, ...]: each t must be a type."
        return self.copy_with(tuple(_type_check(p, msg) for p in params))


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _values(self):
        return {(a, type(a)) for a in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self):
        return hash(frozenset(self._values()))

    def __repr__(self):
        return f'typing.Literal[{", ".join(map(repr, self.__args__))}]'


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'

    @property
    def __typing_unpacked_tuple_args__(self):
        arg = self.__args__[0]
        if isinstance(arg, (_GenericAlias, types.GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in {'__name__', '__qualname__'}:
            return 'Annotated'
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


# --- Generic, which is written in C and asks these when this package is there

@_tp_cache
def _generic_class_getitem(cls, args):
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple(_type_convert(p) for p in args)
    is_protocol_or_generic = cls in (Generic, _protocol())
    if is_protocol_or_generic:
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        for p in args:
            if not isinstance(p, _PARAMETERS) and not (
                    isinstance(p, _UnpackGenericAlias) and isinstance(p.__args__[0], TypeVarTuple)):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                "specification variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, args)
    if not cls.__parameters__:
        raise TypeError(f"{cls} is not a generic class")
    values = _bind(cls, cls.__parameters__, tuple(_unpack_args(*args)))
    return _GenericAlias(cls, _substitute(cls.__parameters__, values))


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    if '__orig_bases__' in cls.__dict__:
        error = Generic in cls.__orig_bases__
    else:
        error = Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls).__name__ != '_TypedDictMeta'
    if error:
        raise TypeError("Cannot inherit from plain Generic")
    tvars = ()
    if '__orig_bases__' in cls.__dict__:
        tvars = _collect_type_parameters(cls.__orig_bases__)
        listed = None
        for base in cls.__orig_bases__:
            if isinstance(base, (_GenericAlias, types.GenericAlias)) and base.__origin__ in (Generic, _protocol()):
                if base.__origin__ is Generic and listed is not None and listed_in is Generic:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                listed, listed_in = base.__parameters__, base.__origin__
        if listed is not None:
            missing = [t for t in tvars if t not in listed]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in "
                                f"{listed_in.__name__}[{', '.join(map(str, listed))}]")
            tvars = listed
    cls.__parameters__ = tuple(tvars)


AnyStr = TypeVar('AnyStr', bytes, str)
AnyStr.__module__ = 'typing'
