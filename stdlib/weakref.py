"""Weak references, and the containers and callbacks that are built on them.

A weak container keeps references and has each of them taken out by a callback when its object dies. The callback must
not keep the container alive, so it knows that only by a weak reference, too (_caretaker).

    container --> table {reference: ...}        reference --callback--> caretaker - - weak - -> container

Whoever goes through a container gets a snapshot in which every object is held: nothing dies under the loop.
"""

from _weakref import (CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs, proxy, ref)
from _collections_abc import Mapping, MutableMapping, MutableSet
from types import GenericAlias

ProxyTypes = ProxyType, CallableProxyType

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

_ABSENT = object()


def _caretaker(container, bury):
    """A callback that calls bury(container, reference) while there is a container."""
    def on_death(reference, home=ref(container), bury=bury):  # defaults are smaller than a closure
        if (owner := home()) is not None:
            bury(owner, reference)
    return on_death


def _address(o):
    return f"<{type(o).__name__} at {id(o):#x}>"


class WeakMethod(ref):
    """A weak reference to a bound method. The method object itself would die at once: this lives as long as both the
    object and the function that it binds."""

    __slots__ = "_function", "_kind", "_broken", "__weakref__"

    def __new__(cls, meth, callback=None):
        if not (hasattr(meth, "__self__") and hasattr(meth, "__func__")):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")

        def bury(method, _):
            if not method._broken:  # the first of the two tells
                method._broken = True
                if callback is not None:
                    callback(method)

        # The caretaker needs the WeakMethod, which needs its callback: the way back is filled in last.
        way_back = []
        on_death = lambda reference: way_back[0](reference)
        method = super().__new__(cls, meth.__self__, on_death)
        way_back.append(_caretaker(method, bury))
        method._function = ref(meth.__func__, on_death)
        method._kind = type(meth)
        method._broken = False
        return method

    def __call__(self):
        bound_to, function = super().__call__(), self._function()
        if bound_to is not None and function is not None:
            return self._kind(function, bound_to)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._broken or other._broken:
            return self is other
        return super().__eq__(other) and self._function == other._function

    def __ne__(self, other):
        same = self == other
        return same if same is NotImplemented else not same

    __hash__ = ref.__hash__


class WeakSet(MutableSet):
    """A set whose members go away when nothing else refers to them.

    Operations with other sets work on ordinary sets of the living members."""

    def __init__(self, data=None):
        self._table = {}
        self._on_death = _caretaker(self, WeakSet._bury)
        for member in data if data is not None else ():
            self.add(member)

    def _bury(self, reference):
        self._table.pop(reference, None)

    def _living(self):
        """The members as an ordinary set, which holds them."""
        living = {reference() for reference in list(self._table)}
        living.discard(None)
        return living

    def _like(self, members):
        return type(self)(members)

    def __iter__(self):
        for reference in list(self._table):
            member = reference()
            if member is not None:
                yield member
            del member

    def __len__(self):
        return len(self._table)

    def __contains__(self, item):
        try:
            return ref(item) in self._table
        except TypeError:  # nothing of that type can be a member
            return False

    def __repr__(self):
        return repr(set(self._table))

    def __reduce__(self):
        state = super().__getstate__()
        own, slots = state if isinstance(state, tuple) else (state, None)
        own = {name: value for name, value in own.items() if name not in ("_table", "_on_death")} or None
        return type(self), (list(self._living()),), (own, slots) if slots else own

    def __deepcopy__(self, memo):
        """Only attributes are copied deeply: copies of the members would die at once."""
        from copy import deepcopy
        copied = self.copy()
        state = deepcopy(self.__reduce__()[2], memo)
        for part in state if isinstance(state, tuple) else (state,):
            for name, value in (part or {}).items():
                setattr(copied, name, value)
        return copied

    def add(self, item):
        self._table.setdefault(ref(item, self._on_death))

    def discard(self, item):
        self._table.pop(ref(item), None)

    def remove(self, item):
        reference = ref(item)
        if reference not in self._table:
            raise KeyError(reference)
        del self._table[reference]

    def pop(self):
        while self._table:
            reference, _ = self._table.popitem()
            if (member := reference()) is not None:
                return member
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self._table.clear()

    def copy(self):
        return self._like(self)

    def update(self, other):
        for item in list(other):
            self.add(item)

    def union(self, other):
        merged = self.copy()
        merged.update(other)
        return merged

    def intersection(self, other):
        return self._like(item for item in other if item in self)

    def difference(self, other):
        return self._like(self._living().difference(other))

    def symmetric_difference(self, other):
        return self._like(self._living().symmetric_difference(other))

    def _become(self, members):
        for gone in self._living().difference(members):
            self.discard(gone)
        self.update(members)
        return self

    def intersection_update(self, other):
        self._become(self._living().intersection(other))

    def difference_update(self, other):
        self._become(self._living().difference(other))

    def symmetric_difference_update(self, other):
        self._become(self._living().symmetric_difference(other))

    def issubset(self, other):
        return self._living().issubset(other)

    def issuperset(self, other):
        return self._living().issuperset(other)

    def isdisjoint(self, other):
        return self._living().isdisjoint(other)

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference
    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return self._living() < set(other)

    def __gt__(self, other):
        return self._living() > set(other)

    def __eq__(self, other):
        return self._living() == set(other) if isinstance(other, type(self)) else NotImplemented

    __hash__ = None

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        return self._become(self._living().intersection(other))

    def __isub__(self, other):
        return self._become(self._living().difference(other))

    def __ixor__(self, other):
        return self._become(self._living().symmetric_difference(other))

    __class_getitem__ = classmethod(GenericAlias)


class _WeakMapping(MutableMapping):
    """What the two weak mappings share. They say how a pair is stored (_store), found (_reference, which finds a key's
    place in the table) and read back (_pair: key and value, None and None once one of them has died)."""

    def __init__(self, pairs=(), /, **named):
        self._table = {}
        self._on_death = _caretaker(self, type(self)._bury)
        if pairs is not None:
            self.update(pairs, **named)

    def _snapshot(self):
        """The living pairs, held by the list."""
        pairs = [self._pair(*entry) for entry in list(self._table.items())]
        return [pair for pair in pairs if pair is not None]

    def __getitem__(self, key):
        place = self._reference(key)
        pair = self._pair(place, self._table[place])
        if pair is None:
            raise KeyError(key)
        return pair[1]

    def __setitem__(self, key, value):
        self._store(key, value)

    def __delitem__(self, key):
        del self._table[self._reference(key)]

    def __contains__(self, key):
        try:
            self[key]
        except (KeyError, TypeError):
            return False
        return True

    def __len__(self):
        return len(self._snapshot())

    def __repr__(self):
        return _address(self)

    def __iter__(self):
        for entry in list(self._table.items()):
            if (pair := self._pair(*entry)) is not None:
                yield pair[0]

    def keys(self):
        return iter(self)

    def items(self):
        for entry in list(self._table.items()):
            if (pair := self._pair(*entry)) is not None:
                yield pair

    def values(self):
        for _, value in self.items():
            yield value

    def get(self, key, default=None):
        place = self._reference(key)
        stored = self._table.get(place, _ABSENT)
        pair = None if stored is _ABSENT else self._pair(place, stored)
        return default if pair is None else pair[1]

    def pop(self, key, default=_ABSENT):
        place = self._reference(key)
        stored = self._table.pop(place, _ABSENT)
        pair = None if stored is _ABSENT else self._pair(place, stored)
        if pair is not None:
            return pair[1]
        if default is _ABSENT:
            raise KeyError(place)
        return default

    def popitem(self):
        while True:
            if (pair := self._pair(*self._table.popitem())) is not None:
                return pair

    def setdefault(self, key, default=None):
        found = self.get(key, _ABSENT)
        if found is not _ABSENT:
            return found
        self[key] = default
        return default

    def update(self, other=None, /, **named):
        if other is not None:
            for key, value in (other if hasattr(other, "items") else dict(other)).items():
                self[key] = value
        for key, value in named.items():
            self[key] = value

    def clear(self):
        self._table.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        merged = self.copy()
        merged.update(other)
        return merged

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        merged = type(self)(other)
        merged.update(self)
        return merged

    def __ior__(self, other):
        self.update(other)
        return self


class KeyedRef(ref):
    """A reference that knows under which key a WeakValueDictionary has it."""

    __slots__ = "key",

    def __new__(cls, ob, callback, key):
        keyed = super().__new__(cls, ob, callback)
        keyed.key = key
        return keyed

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakValueDictionary(_WeakMapping):
    """A mapping whose entries go away when nothing else refers to the value."""

    def _bury(self, reference):
        # The key may have got another value meanwhile, or its table may be in the middle of a change.
        if self._table.get(reference.key) is reference:
            del self._table[reference.key]

    def _reference(self, key):
        return key

    def _store(self, key, value):
        self._table[key] = KeyedRef(value, self._on_death, key)

    def _pair(self, key, reference):
        value = reference()
        return None if value is None else (key, value)

    def __deepcopy__(self, memo):
        from copy import deepcopy
        return type(self)([(deepcopy(key, memo), value) for key, value in self._snapshot()])

    def valuerefs(self):
        """A list of the references themselves; some may be dead."""
        return list(self._table.values())

    def itervaluerefs(self):
        """An iterator over the same."""
        return iter(self.valuerefs())


class WeakKeyDictionary(_WeakMapping):
    """A mapping whose entries go away when nothing else refers to the key."""

    def __init__(self, dict=None):
        super().__init__(dict)

    def _bury(self, reference):
        self._table.pop(reference, None)

    def _reference(self, key):
        return ref(key)

    def _store(self, key, value):
        self._table[ref(key, self._on_death)] = value

    def _pair(self, reference, value):
        key = reference()
        return None if key is None else (key, value)

    def __deepcopy__(self, memo):
        from copy import deepcopy
        copied = type(self)()
        for key, value in self._snapshot():
            copied[key] = deepcopy(value, memo)
        return copied

    def keyrefs(self):
        """A list of the references themselves; some may be dead."""
        return list(self._table)


class _Obligation:
    """What a finalizer has to do."""

    __slots__ = "object", "func", "args", "kwargs", "atexit"

    def __init__(self, reference, func, args, kwargs):
        self.object = reference
        self.func = func
        self.args = args
        self.kwargs = kwargs or None  # mostly there are none
        self.atexit = True


class finalize:
    """Has func(*args, **kwargs) called when obj dies, or at the end of the program if `atexit` is true.

    All finalizers with something left to do are in one table, in the order in which they were made, so nobody needs to
    hold the finalizer itself."""

    __slots__ = ()
    _open = {}
    _closed = False  # the end of the program is over: nothing is called any more

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._open:
            import atexit
            atexit.unregister(finalize._at_exit)
            atexit.register(finalize._at_exit)
        finalize._open[self] = _Obligation(ref(obj, self), func, args, kwargs)

    def __call__(self, _=None):
        """Calls the function now, unless that was done already or it was detached."""
        todo = finalize._open.pop(self, None)
        if todo is not None and not finalize._closed:
            return todo.func(*todo.args, **(todo.kwargs or {}))

    def peek(self):
        """(obj, func, args, kwargs), or None when there is nothing left to do."""
        todo = finalize._open.get(self)
        target = None if todo is None else todo.object()
        return None if target is None else (target, todo.func, todo.args, todo.kwargs or {})

    def detach(self):
        """The same, and nothing is left to do."""
        what = self.peek()
        if what is not None:
            del finalize._open[self]
        return what

    @property
    def alive(self):
        """Is the function still to be called?"""
        return self in finalize._open

    @property
    def atexit(self):
        """Is it to be called at the end of the program?"""
        todo = finalize._open.get(self)
        return todo is not None and todo.atexit

    @atexit.setter
    def atexit(self, value):
        if self in finalize._open:
            finalize._open[self].atexit = bool(value)

    def __repr__(self):
        what = self.peek()
        state = "dead" if what is None else f"for {type(what[0]).__qualname__!r} at {id(what[0]):#x}"
        return f"<{type(self).__name__} object at {id(self):#x}; {state}>"

    @classmethod
    def _at_exit(cls):
        """The newest goes first, also when it came up in the call of another. The collector stays out of this: it might
        call what is being called."""
        import gc
        import sys
        collects = gc.isenabled()
        gc.disable()
        try:
            while (newest := next((f for f in reversed(cls._open) if cls._open[f].atexit), None)) is not None:
                try:
                    newest()
                except Exception as error:
                    sys.excepthook(type(error), error, error.__traceback__)
        finally:
            finalize._closed = True
            if collects:
                gc.enable()
