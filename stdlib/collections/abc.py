"""Abstract base classes of containers: what an object can be asked, and methods that follow from a few others."""

import sys
from abc import ABCMeta, abstractmethod

GenericAlias = type(list[int])

__all__ = ['Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable',
           'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set', 'MutableSet',
           'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence',
           'MutableSequence', 'ByteString', 'Buffer']


def _defines(cls, method):
    """Does a class have the method? None in its place says that it has not."""
    for base in cls.__mro__:
        if method in vars(base):
            return vars(base)[method] is not None
    return False


def _has_methods(cls, *methods):
    """What a __subclasshook__ answers: True for a class with all these methods, otherwise that the registry is asked."""
    return all(_defines(cls, method) for method in methods) or NotImplemented


def _known_by(*methods):
    """A class decorator: whatever defines all these methods is a subclass. A class derived from it decides anew."""
    def decorate(abc):
        def hook(cls, other):
            return _has_methods(other, *methods) if cls is abc else NotImplemented
        hook.__name__, hook.__qualname__ = '__subclasshook__', f'{abc.__qualname__}.__subclasshook__'
        abc.__subclasshook__ = classmethod(hook)
        return abc
    return decorate


def _subscriptable(cls):
    """A class decorator: cls[item] is a generic alias."""
    cls.__class_getitem__ = classmethod(GenericAlias)
    return cls


def _is_or_equals(item, value):
    return item is value or item == value


# --- one-trick classes: a class that has the methods is a subclass

@_known_by('__hash__')
class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@_subscriptable
@_known_by('__await__')
class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield


@_known_by('__await__', 'send', 'throw', 'close')
class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Go on with a value for the pending await; the next awaited value, or StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception raised at the pending await."""
        _raise_thrown(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside, so that the coroutine ends."""
        _close(self, 'coroutine')


def _raise_thrown(kind, value, traceback):
    if value is None:
        value = kind if traceback is None else kind()
    raise value if traceback is None else value.with_traceback(traceback)


@_subscriptable
@_known_by('__aiter__')
class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


@_known_by('__anext__', '__aiter__')
class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """The next item, or StopAsyncIteration."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@_known_by('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')
class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Go on with a value for the pending yield."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Go on with an exception raised at the pending yield."""
        _raise_thrown(typ, val, tb)

    async def aclose(self):
        """Raise GeneratorExit inside, so that the generator ends."""
        try:
            await self.athrow(GeneratorExit)
        except (StopAsyncIteration, GeneratorExit):
            return
        raise RuntimeError('asynchronous generator ignored GeneratorExit')


@_subscriptable
@_known_by('__iter__')
class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None


@_known_by('__iter__', '__next__')
class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """The next item, or StopIteration."""
        raise StopIteration

    def __iter__(self):
        return self


@_known_by('__reversed__', '__iter__')
class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


@_known_by('__iter__', '__next__', 'send', 'throw', 'close')
class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Go on with a value for the pending yield; the next yielded value, or StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception raised at the pending yield."""
        _raise_thrown(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside, so that the generator ends."""
        return _close(self, 'generator')


def _close(running, kind):
    """Ends it with GeneratorExit; the value that a generator returned."""
    try:
        running.throw(GeneratorExit)
    except GeneratorExit:
        return None
    except StopIteration as end:
        return end.value
    raise RuntimeError(f'{kind} ignored GeneratorExit')


@_known_by('__len__')
class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_subscriptable
@_known_by('__contains__')
class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False


@_known_by('__len__', '__iter__', '__contains__')
class Collection(Sized, Iterable, Container):
    __slots__ = ()


@_known_by('__buffer__')
class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError


class _CallableGenericAlias(GenericAlias):
    """Callable[argtypes, resulttype]: __args__ is flat, with the result type last."""

    __slots__ = ()

    def __new__(cls, origin, args):
        match args:
            case (list() | tuple() as parameters, result):
                args = *parameters, result
            case (parameters, result) if not _is_param_expr(parameters):
                raise TypeError('Expected a list of types, an ellipsis, ParamSpec, or Concatenate. '
                                f'Got {parameters}')
            case (_, _):
                pass
            case _:
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        return GenericAlias.__new__(cls, origin, args)

    def __repr__(self):
        parameters, result = _as_written(self.__args__)
        if not isinstance(parameters, list):
            return GenericAlias.__repr__(self)
        return f'collections.abc.Callable[[{", ".join(map(_type_repr, parameters))}], {_type_repr(result)}]'

    def __reduce__(self):
        return _CallableGenericAlias, (Callable, _as_written(self.__args__))

    def __getitem__(self, item):
        # As for any alias, but parameters that stand for a list of types are put in one by one.
        if not isinstance(item, tuple):
            item = (item,)
        if len(self.__parameters__) == 1 and _is_param_expr(self.__parameters__[0]) and item \
                and not _is_param_expr(item[0]):
            item = (list(item[0]) if isinstance(item[0], (list, tuple)) else list(item),)
        args = GenericAlias.__getitem__(self, item).__args__
        if not isinstance(args[0], (tuple, list)):
            *parameters, result = args
            args = parameters, result
        return _CallableGenericAlias(Callable, args)


def _as_written(args):
    """The arguments of a Callable as they stood in the brackets."""
    *parameters, result = args
    if len(parameters) == 1 and _is_param_expr(parameters[0]):
        return parameters[0], result
    return parameters, result


def _is_param_expr(obj):
    """Can it stand for the list of argument types?"""
    if obj is Ellipsis:
        return True
    t = type(obj)
    return t.__module__ == 'typing' and t.__name__ in ('ParamSpec', '_ConcatenateGenericAlias')


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is Ellipsis:
        return '...'
    if isinstance(obj, type(_type_repr)):
        return obj.__name__
    return repr(obj)


@_known_by('__call__')
class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __class_getitem__ = classmethod(_CallableGenericAlias)


# --- sets

def _contains_all(container, items):
    return all(item in container for item in items)


class Set(Collection):
    """A set: a class defines __contains__, __iter__ and __len__. The operators make their results by _from_iterable."""

    __slots__ = ()

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and _contains_all(other, self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return self <= other and len(self) < len(other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return self >= other and len(self) > len(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and _contains_all(self, other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self <= other

    @classmethod
    def _from_iterable(cls, it):
        """Make a set of this class from any iterable; to be redefined if __init__ takes something else."""
        return cls(it)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        """True when no item is in both."""
        return not any(item in self for item in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for s in (self, other) for item in s)

    __ror__ = __or__

    def _as_set(self, other):
        """The other operand as a set; None if it has no items."""
        if isinstance(other, Set):
            return other
        return self._from_iterable(other) if isinstance(other, Iterable) else None

    def __sub__(self, other):
        if (taken := self._as_set(other)) is None:
            return NotImplemented
        return self._from_iterable(item for item in self if item not in taken)

    def __rsub__(self, other):
        if (whole := self._as_set(other)) is None:
            return NotImplemented
        return self._from_iterable(item for item in whole if item not in self)

    def __xor__(self, other):
        if (other := self._as_set(other)) is None:
            return NotImplemented
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        """The hash that frozenset has for these items. A class whose sets do not change may use it as __hash__."""
        return hash(frozenset(self))


Set.register(frozenset)


class MutableSet(Set):
    """A set that can change: a class defines add and discard too."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        """Remove an item; KeyError when it is not there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Remove some item and return it; KeyError when there is none."""
        for value in self:
            break
        else:
            raise KeyError
        self.discard(value)
        return value

    def clear(self):
        """Remove all items."""
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it if isinstance(it, Set) else self._from_iterable(it):
            change = self.discard if value in self else self.add
            change(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            for value in it:
                self.discard(value)
        return self


MutableSet.register(set)


# --- mappings

class Mapping(Collection):
    """A mapping: a class defines __getitem__, __iter__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 6
    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        """The value of key, or default when it is not there."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        """A view of the keys."""
        return KeysView(self)

    def items(self):
        """A view of the pairs of key and value."""
        return ItemsView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


Mapping.register(type(type.__dict__))
if hasattr(sys, '_getframe'):
    Mapping.register(type((lambda: sys._getframe().f_locals)()))


@_subscriptable
class MappingView(Sized):
    __slots__ = ('_mapping',)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._mapping!r})'


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


KeysView.register(type({}.keys()))


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            held = self._mapping[key]
        except KeyError:
            return False
        return _is_or_equals(held, value)

    def __iter__(self):
        mapping = self._mapping
        yield from ((key, mapping[key]) for key in mapping)


ItemsView.register(type({}.items()))


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        return any(_is_or_equals(held, value) for held in self)

    def __iter__(self):
        mapping = self._mapping
        yield from (mapping[key] for key in mapping)


ValuesView.register(type({}.values()))


class MutableMapping(Mapping):
    """A mapping that can change: a class defines __setitem__ and __delitem__ too."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    __marker = object()

    def pop(self, key, default=__marker):
        """Remove a key and return its value, or default; KeyError without default."""
        try:
            value = self[key]
        except KeyError:
            if default is MutableMapping.__marker:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        """Remove some item and return it as a pair; KeyError when there is none."""
        for key in self:
            break
        else:
            raise KeyError
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        """Remove all items."""
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        """Take over the items of a mapping or of an iterable of pairs, and keywords."""
        if isinstance(other, Mapping) or hasattr(other, 'keys'):
            keys = other if isinstance(other, Mapping) else other.keys()
            pairs = ((key, other[key]) for key in keys)
        else:
            pairs = other
        for group in (pairs, kwds.items()):
            for key, value in group:
                self[key] = value

    def setdefault(self, key, default=None):
        """The value of key, which becomes default when it is not there."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


MutableMapping.register(dict)


# --- sequences

class Sequence(Reversible, Collection):
    """A sequence: a class defines __getitem__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(_is_or_equals(item, value) for item in self)

    def __reversed__(self):
        for i in range(len(self) - 1, -1, -1):
            yield self[i]

    def index(self, value, start=0, stop=None):
        """Where value is first found; ValueError when it is not."""
        if start < 0:
            start = max(start + len(self), 0)
        if stop is None:
            from itertools import count
            positions = count(start)
        else:
            positions = range(start, stop + len(self) if stop < 0 else stop)
        for i in positions:
            try:
                found = _is_or_equals(self[i], value)
            except IndexError:
                break
            if found:
                return i
        raise ValueError

    def count(self, value):
        """How many items equal value."""
        return sum(1 for item in self if _is_or_equals(item, value))


for _type in (tuple, str, bytes, range, memoryview):
    Sequence.register(_type)


def _warn_of_byte_string():
    import warnings
    warnings._deprecated('collections.abc.ByteString', remove=(3, 17))


class _DeprecateByteStringMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, **kwargs):
        if name != 'ByteString':
            _warn_of_byte_string()
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        _warn_of_byte_string()
        return super().__instancecheck__(instance)


class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
    """bytes or bytearray. Deprecated: say which of them, or Buffer."""

    __slots__ = ()


for _type in (bytes, bytearray):
    ByteString.register(_type)


class MutableSequence(Sequence):
    """A sequence that can change: a class defines __setitem__, __delitem__ and insert too."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Put an item in front of the one at index."""
        raise IndexError

    def append(self, value):
        """Add an item at the end."""
        self.insert(len(self), value)

    def clear(self):
        """Remove all items."""
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        """Turn the order of the items around, in place."""
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        """Add all items of an iterable at the end."""
        if values is self:
            values = list(values)
        for v in values:
            self.append(v)

    def pop(self, index=-1):
        """Remove the item at index and return it."""
        v = self[index]
        del self[index]
        return v

    def remove(self, value):
        """Remove the first item equal to value; ValueError when there is none."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


def _register_native():
    """The types of the interpreter that are iterators, generators and mutable sequences."""
    from _collections import deque

    async def coroutine():
        pass

    async def async_generator():
        yield

    def generator():
        yield

    c = coroutine()
    Coroutine.register(type(c))
    c.close()
    AsyncGenerator.register(type(async_generator()))
    Generator.register(type(generator()))
    for example in (iter(b''), iter(bytearray()), iter({}.keys()), iter({}.values()), iter({}.items()), iter([]),
                    iter(reversed([])), iter(range(0)), iter(range(1 << 1000)), iter(set()), iter(''), iter(()),
                    zip()):
        Iterator.register(type(example))
    for t in (list, bytearray, deque):
        MutableSequence.register(t)


_register_native()
del _register_native, _type

for _name in __all__:
    globals()[_name].__module__ = 'collections.abc'
del _name
