"""Annotations: what they say, as values, with names that do not exist yet, or as text.

The compiler makes a function __annotate__(format) for what has annotations, which knows only the format VALUE. For the
other formats its code is run once more with other globals: there each name it uses stands for itself, as a _Text that
notes what is done to it.
"""

import builtins
import enum
import keyword
import sys
import types

__all__ = ["Format", "ForwardRef", "call_annotate_function", "call_evaluate_function",
           "get_annotate_from_class_namespace", "get_annotations", "annotations_to_string", "type_repr"]


class Format(enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


_missing = object()

_FIELDS = ('__forward_arg__', '__forward_is_argument__', '__forward_is_class__', '__forward_module__', '__weakref__',
           '__owner__', '__cell__', '__globals__', '__extra_names__', '_level')


class ForwardRef:
    """Stands for an annotation whose names could not be resolved; evaluate() tries it again."""

    __slots__ = _FIELDS

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__, self.__forward_module__, self.__owner__ = arg, module, owner
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__globals__ = self.__cell__ = self.__extra_names__ = None

    def __init_subclass__(cls, /, *args, **kwds):
        if cls.__module__ != __name__:
            raise TypeError("Cannot subclass ForwardRef")

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        """What it stands for, now: NameError if that is not there yet (in the format FORWARDREF: itself)."""
        text = self.__forward_arg__
        if format == Format.STRING:
            return text
        if format not in (Format.VALUE, Format.FORWARDREF):
            raise NotImplementedError(format)
        if isinstance(self.__cell__, types.CellType):
            try:
                return self.__cell__.cell_contents
            except ValueError:
                pass
        owner = self.__owner__ if owner is None else owner
        globals = self._globals_for(globals, owner)
        names = dict(self.__extra_names__ or {})
        if type_params is None:
            type_params = getattr(owner, "__type_params__", ())
        for param in type_params:
            names.setdefault(param.__name__, param)
        if isinstance(self.__cell__, dict):
            for name, cell in self.__cell__.items():
                try:
                    names.setdefault(name, cell.cell_contents)
                except ValueError:
                    pass
        if isinstance(owner, type):
            names = {**names, **vars(owner)}
        if locals is not None:
            names = {**names, **locals}
        try:
            return _look_up(text, names, globals)
        except Exception:
            if format == Format.VALUE:
                raise
            return self

    def _globals_for(self, globals, owner):
        if globals is not None:
            return globals
        module = self.__forward_module__
        if module is not None:
            if isinstance(module, str):
                module = sys.modules.get(module)
            found = getattr(module, "__dict__", None)
            if found is not None:
                return found
        if self.__globals__ is not None:
            return self.__globals__
        if isinstance(owner, type):
            module = sys.modules.get(getattr(owner, "__module__", None))
            return vars(module) if module else {}
        if isinstance(owner, types.ModuleType):
            return vars(owner)
        return getattr(owner, "__globals__", {})

    def _key(self):
        cell = self.__cell__
        return (self.__forward_arg__, self.__forward_module__, self.__forward_is_class__, id(self.__globals__),
                tuple(sorted((k, id(v)) for k, v in cell.items())) if isinstance(cell, dict) else cell,
                self.__owner__, tuple(sorted(self.__extra_names__.items())) if self.__extra_names__ else None)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__, self.__forward_is_class__))

    def __or__(self, other):
        return types.UnionType[self, other]

    def __ror__(self, other):
        return types.UnionType[other, self]

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        is_class = ", is_class=True" if self.__forward_is_class__ else ""
        owner = "" if self.__owner__ is None else f", owner={self.__owner__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module}{is_class}{owner})"


def _look_up(text, names, globals):
    """The value of a text, which most often is one name."""
    if text.isidentifier() and not keyword.iskeyword(text):
        for scope in (names, globals, vars(builtins)):
            if text in scope:
                return scope[text]
        raise NameError(f"name {text!r} is not defined", name=text)
    if text.startswith("*"):
        text = f"({text},)[0]"
    elif "\n" in text:
        text = f"({text}\n)"
    return eval(text, globals, names)


# How tightly the operators bind, for the parentheses in texts.
_ATOM, _POWER, _UNARY, _PRODUCT, _SUM, _SHIFT, _AND, _XOR, _OR, _COMPARE = range(10, 0, -1)


class _Text(ForwardRef):
    """A name that takes part in an expression: any operation gives the text of that operation."""

    __slots__ = ()

    def __init__(self, text, scope, level=_ATOM):
        super().__init__(text)
        self._level = level
        self.__globals__ = scope    # the _Scope, until it is finished
        scope.texts.append(self)

    def _make(self, text, level=_ATOM):
        return _Text(text, self.__globals__, level)

    def _inner(self, other, level):
        if isinstance(other, _Text):
            return other.__forward_arg__ if other._level >= level else f"({other.__forward_arg__})"
        return self.__globals__.text_of(other)

    __hash__ = object.__hash__

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return self._make(f"{self._inner(self, _ATOM)}.{name}")

    def __getitem__(self, index):
        if isinstance(index, tuple) and index:
            text = ", ".join(self._index(item) for item in index) + ("," if len(index) == 1 else "")
        else:
            text = self._index(index)
        return self._make(f"{self._inner(self, _ATOM)}[{text}]")

    def _index(self, item):
        if isinstance(item, slice):
            parts = ["" if part is None else self._inner(part, 0) for part in (item.start, item.stop)]
            if item.step is not None:
                parts.append(self._inner(item.step, 0))
            return ":".join(parts)
        return self._inner(item, 0)

    def __call__(self, *args, **kwargs):
        parts = [self._inner(arg, 0) for arg in args] + [f"{k}={self._inner(v, 0)}" for k, v in kwargs.items()]
        return self._make(f"{self._inner(self, _ATOM)}({', '.join(parts)})")

    def __iter__(self):
        yield self._make(f"*{self._inner(self, _OR)}")

    def __eq__(self, other):
        return self._binary(other, "==", _COMPARE)

    def _binary(self, other, symbol, level):
        return self._make(f"{self._inner(self, level)} {symbol} {self._inner(other, level + 1)}", level)

    def _reflected(self, other, symbol, level):
        return self._make(f"{self._inner(other, level)} {symbol} {self._inner(self, level + 1)}", level)


def _add_operators():
    def operator(symbol, level, reflected=False):
        if reflected:
            return lambda self, other: self._reflected(other, symbol, level)
        return lambda self, other: self._binary(other, symbol, level)

    for name, symbol, level in (("add", "+", _SUM), ("sub", "-", _SUM), ("mul", "*", _PRODUCT), ("matmul", "@", _PRODUCT),
                                ("truediv", "/", _PRODUCT), ("mod", "%", _PRODUCT), ("floordiv", "//", _PRODUCT),
                                ("lshift", "<<", _SHIFT), ("rshift", ">>", _SHIFT), ("and", "&", _AND),
                                ("xor", "^", _XOR), ("or", "|", _OR), ("pow", "**", _POWER)):
        setattr(_Text, f"__{name}__", operator(symbol, level))
        setattr(_Text, f"__r{name}__", operator(symbol, level, True))
    for name, symbol in (("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">="), ("ne", "!=")):
        setattr(_Text, f"__{name}__", operator(symbol, _COMPARE))
    for name, symbol in (("invert", "~"), ("pos", "+"), ("neg", "-")):
        setattr(_Text, f"__{name}__",
                lambda self, symbol=symbol: self._make(f"{symbol}{self._inner(self, _UNARY)}", _UNARY))


_add_operators()


class _Scope:
    """The globals, cells and builtins of a run in which names stand for themselves: all, or those that are missing."""

    def __init__(self, function, only_missing):
        self.texts = []
        self.function = function
        known = {}
        if only_missing:
            known = {**vars(builtins), **function.__globals__}
        code = function.__code__
        self.globals = {"__builtins__": {}}
        for name in code.co_names:
            self.globals[name] = known[name] if name in known else _Text(name, self)
        cells = []
        self.cell_names = {}
        for name, cell in zip(code.co_freevars, function.__closure__ or ()):
            if name == "__classdict__":
                cell = types.CellType(cell.cell_contents if only_missing else {})
            elif name != "__conditional_annotations__":
                self.cell_names[name] = cell
                try:
                    cell.cell_contents
                    empty = False
                except ValueError:
                    empty = True
                if empty or not only_missing:
                    cell = types.CellType(_Text(name, self))
            cells.append(cell)
        self.closure = tuple(cells) or None

    def text_of(self, value):
        return type_repr(value) if not isinstance(value, str) else repr(value)

    def run(self):
        function = types.FunctionType(self.function.__code__, self.globals, closure=self.closure,
                                      argdefs=self.function.__defaults__, kwdefaults=self.function.__kwdefaults__)
        return function(Format.VALUE_WITH_FAKE_GLOBALS if _knows_fake(self.function) else Format.VALUE)

    def finish(self, owner, is_class):
        """The texts that are left over become references."""
        for text in self.texts:
            text.__class__ = ForwardRef
            text.__globals__ = self.function.__globals__
            text.__owner__ = owner
            text.__forward_is_class__ = is_class
            text.__cell__ = self.cell_names or None


def _knows_fake(function):
    """A function of the program's own may tell the formats apart; the compiler's take only VALUE."""
    return getattr(function, "__name__", None) != "__annotate__"


def _call_plain(function, format):
    try:
        return function(format)
    except NotImplementedError:
        return _missing


def call_evaluate_function(evaluate, format, *, owner=None):
    """Calls an evaluate function, such as evaluate_value of a type alias, for the format."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """Calls an __annotate__ function for the format, also where that knows only the format VALUE."""
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    result = _call_plain(annotate, format)
    if result is not _missing:
        return result
    if format == Format.STRING:
        result = _run_as_text(annotate)
        if _is_evaluate:
            return _as_string(result)
        return {key: value if isinstance(value, str) else _as_string(value) for key, value in result.items()}
    if format == Format.FORWARDREF:
        # Where all names are there, the values are wanted.
        try:
            result = annotate(Format.VALUE)
        except NotImplementedError:
            raise
        except Exception:
            pass
        else:
            return result
        scope = _Scope(annotate, True)
        try:
            return scope.run()
        finally:
            scope.finish(owner, isinstance(owner, type))
    if format == Format.VALUE:
        raise RuntimeError("annotate function does not support VALUE format")
    raise ValueError(f"Invalid format: {format!r}")


def _run_as_text(annotate):
    return _Scope(annotate, False).run()


def _as_string(value):
    if isinstance(value, _Text):
        return value.__forward_arg__
    if isinstance(value, tuple):
        return f"({', '.join(map(_as_string, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, list):
        return f"[{', '.join(map(_as_string, value))}]"
    return type_repr(value)


def get_annotate_from_class_namespace(namespace):
    """The __annotate__ function in the namespace of a class that is being made, or None."""
    try:
        return namespace["__annotate__"]
    except KeyError:
        return namespace.get("__annotate_func__", None)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    """A new dict of the annotations of a function, class or module."""
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    match format:
        case Format.VALUE:
            annotations = _own_annotations(obj)
        case Format.FORWARDREF:
            try:
                annotations = _own_annotations(obj)
            except Exception:
                annotations = None
            if annotations is None:
                annotations = _through_annotate(obj, format)
        case Format.STRING:
            annotations = _through_annotate(obj, format)
            if annotations is None:
                annotations = _own_annotations(obj)
                if annotations is not None:
                    annotations = annotations_to_string(annotations)
        case Format.VALUE_WITH_FAKE_GLOBALS:
            raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
        case _:
            raise ValueError(f"Unsupported format {format!r}")
    if annotations is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f"{obj!r} does not have annotations")
    if not annotations:
        return {}
    if not eval_str:
        return dict(annotations)
    globals, locals = _namespaces(obj, globals, locals)
    return {key: eval(value, globals, locals) if isinstance(value, str) else value
            for key, value in annotations.items()}


def _own_annotations(obj):
    annotations = getattr(obj, "__annotations__", None)
    if annotations is not None and not isinstance(annotations, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return annotations


def _through_annotate(obj, format):
    function = getattr(obj, "__annotate__", None)
    if function is None:
        return None
    annotations = call_annotate_function(function, format, owner=obj)
    if not isinstance(annotations, dict):
        raise ValueError(f"{obj!r}.__annotate__ returned a non-dict")
    return annotations


def _namespaces(obj, globals, locals):
    """Where strings in the annotations of obj are evaluated."""
    own_globals = own_locals = None
    if isinstance(obj, type):
        module = sys.modules.get(getattr(obj, "__module__", None))
        own_globals = getattr(module, "__dict__", None)
        own_locals = dict(vars(obj))
    elif isinstance(obj, types.ModuleType):
        own_globals = obj.__dict__
    elif callable(obj):
        unwrapped, seen = obj, set()
        while hasattr(unwrapped, "__wrapped__") and id(unwrapped) not in seen:
            seen.add(id(unwrapped))     # functions may wrap each other in a circle
            unwrapped = unwrapped.__wrapped__
        while type(unwrapped).__name__ == "partial" and hasattr(unwrapped, "func"):
            unwrapped = unwrapped.func
        own_globals = getattr(unwrapped, "__globals__", None)
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    params = getattr(obj, "__type_params__", ())
    if params:
        locals = {**{param.__name__: param for param in params}, **(locals or {})}
    return globals, locals


def type_repr(value):
    """The value as the format STRING shows it."""
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
        home = value.__module__
        return value.__qualname__ if home == "builtins" else f"{home}.{value.__qualname__}"
    return "..." if value is ... else repr(value)


def annotations_to_string(annotations):
    """A dict of annotations with the values as text."""
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}
