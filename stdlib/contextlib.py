"""Tools for `with`: generators as context managers, small managers for common needs, stacks of managers.

Synchronous and asynchronous managers follow the same rules. Where a rule is longer than a line it is written once, as a
function that is told what happened and says what to do (_after_throw, _unwind), and the two kinds differ only in
how they call things.
"""

import sys
from collections.abc import _has_methods
from abc import ABC, abstractmethod
from functools import wraps
from types import GenericAlias, MethodType

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
           "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
           "redirect_stderr", "suppress", "aclosing", "AsyncContextDecorator", "chdir"]


# --- what a manager is ---

class AbstractContextManager(ABC):
    """Has __enter__, which gives the object itself, and __exit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        """Gives the object itself."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """True: the exception is dealt with."""

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    """Has __aenter__, which gives the object itself, and __aexit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        """Gives the object itself."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """True: the exception is dealt with."""

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not AbstractAsyncContextManager:
            return NotImplemented
        return _has_methods(other, "__aenter__", "__aexit__")


class ContextDecorator:
    """Lets a context manager decorate functions: each call then runs inside of it."""

    def _recreate_cm(self):
        """The manager for one call. Managers that can be used only once make another one."""
        return self

    def __call__(self, func):
        @wraps(func)
        def inside(*args, **kwargs):
            with self._recreate_cm():
                return func(*args, **kwargs)
        return inside


class AsyncContextDecorator:
    """The same for asynchronous managers and functions."""

    def _recreate_cm(self):
        """See ContextDecorator."""
        return self

    def __call__(self, func):
        @wraps(func)
        async def inside(*args, **kwargs):
            async with self._recreate_cm():
                return await func(*args, **kwargs)
        return inside


# --- generators as managers ---

def _after_throw(thrown, traceback, raised, stops):
    """`thrown` went into a generator, `raised` came out. True: it is `thrown` that goes on, so the manager keeps silent.
    False: the generator has dealt with it. None: the generator raises something else."""
    if isinstance(raised, stops):
        return raised is thrown
    if raised is not thrown:
        # A stop that leaves a generator arrives in a RuntimeError (PEP 479).
        wrapped = isinstance(raised, RuntimeError) and isinstance(thrown, stops) and raised.__cause__ is thrown
        if not wrapped:
            return None
    thrown.__traceback__ = traceback  # the way through the generator is nobody's business
    return True


class _GeneratorManager:
    """One use of a generator function as a context manager."""

    def __init__(self, func, args, kwargs):
        self.gen = func(*args, **kwargs)
        self._made_with = func, args, kwargs
        # help(manager) shows what help(function) does
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return type(self)(*self._made_with)

    def _first_use(self):
        del self._made_with  # what the caller passed must not live longer than the generator wants


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    """A generator as a context manager: what stands before its yield enters, what stands behind it exits."""

    def __enter__(self):
        self._first_use()
        try:
            return self.gen.__next__()
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            for _ in self.gen:
                self._yielded_again("generator didn't stop")
            return False
        thrown = exc_type() if exc_value is None else exc_value
        try:
            self.gen.throw(thrown)
        except BaseException as raised:
            goes_on = _after_throw(thrown, traceback, raised, StopIteration)
            if goes_on is None:
                raise
            return not goes_on
        self._yielded_again("generator didn't stop after throw()")

    def _yielded_again(self, message):
        try:
            raise RuntimeError(message)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManager, AbstractAsyncContextManager, AsyncContextDecorator):
    """An asynchronous generator as an asynchronous context manager."""

    async def __aenter__(self):
        self._first_use()
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            async for _ in self.gen:
                await self._yielded_again("generator didn't stop")
            return False
        thrown = exc_type() if exc_value is None else exc_value
        try:
            await self.gen.athrow(thrown)
        except BaseException as raised:
            goes_on = _after_throw(thrown, traceback, raised, (StopIteration, StopAsyncIteration))
            if goes_on is None:
                raise
            return not goes_on
        await self._yielded_again("generator didn't stop after athrow()")

    async def _yielded_again(self, message):
        try:
            raise RuntimeError(message)
        finally:
            await self.gen.aclose()


def _manager_maker(func, kind):
    @wraps(func)
    def make(*args, **kwargs):
        return kind(func, args, kwargs)
    return make


def contextmanager(func):
    """Makes a function that gives context managers out of a generator function with one yield.

        @contextmanager
        def opened(name):
            file = open(name)
            try: yield file
            finally: file.close()
    """
    return _manager_maker(func, _GeneratorContextManager)


def asynccontextmanager(func):
    """The same for asynchronous generator functions and `async with`."""
    return _manager_maker(func, _AsyncGeneratorContextManager)


# --- managers for common needs ---

class closing(AbstractContextManager):
    """Calls thing.close() at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *_):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits thing.aclose() at the end."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *_):
        await self.thing.aclose()


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing; entering gives `enter_result`."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *_):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *_):
        pass


class _Redirection(AbstractContextManager):
    """Puts another file in the place of a stream of sys. May be entered again while it is in use."""

    def __init__(self, new_target):
        self._target = new_target
        self._replaced = []

    def __enter__(self):
        self._replaced.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._target)
        return self._target

    def __exit__(self, *_):
        setattr(sys, self._stream, self._replaced.pop())


class redirect_stdout(_Redirection):
    """What goes to sys.stdout goes to another file meanwhile."""

    _stream = "stdout"


class redirect_stderr(_Redirection):
    """What goes to sys.stderr goes to another file meanwhile."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Ends the block silently at one of these exceptions. Of an exception group it takes away those that are."""

    def __init__(self, *exceptions):
        self._unwanted = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, _):
        if kind is None:
            return None
        if issubclass(kind, self._unwanted):
            return True
        if not issubclass(kind, BaseExceptionGroup):
            return False
        _, others = value.split(self._unwanted)
        if others is not None:
            raise others
        return True


class chdir(AbstractContextManager):
    """Makes another directory the current one meanwhile."""

    def __init__(self, path):
        self.path = path
        self._came_from = []

    def __enter__(self):
        import os
        self._came_from.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *_):
        import os
        os.chdir(self._came_from.pop())


# --- stacks ---

def _special(manager, *names):
    """The special methods of a manager, looked up on its type; TypeError if there is one missing."""
    kind = type(manager)
    try:
        return [getattr(kind, name) for name in names]
    except AttributeError:
        pass
    protocol = "asynchronous context manager" if names[0].startswith("__a") else "context manager"
    raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the {protocol} protocol")


class _Unwinding:
    """What happens to the exception of a block while the exits of a stack run, the newest first.

    An exit can swallow it or raise another one. Nested with statements would link the other one to the exception that it
    came up under; here it is linked to `around`, what was handled when the stack began to unwind. That link is mended."""

    def __init__(self, exception):
        self.original = self.exception = exception
        self.around = sys.exception()

    def arguments(self):
        e = self.exception
        return (None, None, None) if e is None else (type(e), e, e.__traceback__)

    def returned(self, value):
        if value:
            self.exception = None

    def raised(self, new):
        link = new
        while (context := link.__context__) is not None and context is not self.exception:
            if context is self.around:
                link.__context__ = self.exception
                break
            link = context
        self.exception = new

    def finish(self):
        """True: the exception of the block was swallowed. Raises the one that an exit raised."""
        if self.exception is None or self.exception is self.original:
            return self.exception is not self.original
        context = self.exception.__context__  # `raise` would put another one there
        try:
            raise self.exception
        except BaseException:
            self.exception.__context__ = context
            raise


class _Stack:
    """Exits to be called in reverse order: pairs (is it asynchronous, function of the three exception arguments)."""

    def __init__(self):
        self._exits = []

    def pop_all(self):
        """Moves all exits to a new stack."""
        moved = type(self)()
        moved._exits, self._exits = self._exits, []
        return moved

    def push(self, exit):
        """Adds an object with __exit__, whose __enter__ is not called, or a function with its arguments. Gives it back,
        so that it can decorate."""
        method = getattr(type(exit), "__exit__", None)
        self._exits.append((False, exit if method is None else MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enters a context manager and adds its exit; the result of __enter__."""
        enter, leave = _special(cm, "__enter__", "__exit__")
        result = enter(cm)
        self._exits.append((False, MethodType(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a function that is called with these arguments and cannot swallow exceptions. Gives the function back."""
        def call_back(*_):
            callback(*args, **kwds)
        call_back.__wrapped__ = callback
        self._exits.append((False, call_back))
        return callback


class ExitStack(_Stack, AbstractContextManager):
    """Any number of context managers and callbacks, left together.

        with ExitStack() as stack:
            files = [stack.enter_context(open(name)) for name in names]
    """

    def __exit__(self, *details):
        unwinding = _Unwinding(details[1])
        while self._exits:
            _, leave = self._exits.pop()
            try:
                unwinding.returned(leave(*unwinding.arguments()))
            except BaseException as error:
                unwinding.raised(error)
        return unwinding.finish()

    def close(self):
        """Runs all exits now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    """The same for asynchronous and ordinary managers and callbacks mixed."""

    def push_async_exit(self, exit):
        """push() for an object with __aexit__ or an asynchronous function."""
        method = getattr(type(exit), "__aexit__", None)
        self._exits.append((True, exit if method is None else MethodType(method, exit)))
        return exit

    async def enter_async_context(self, cm):
        """enter_context() for an asynchronous manager."""
        enter, leave = _special(cm, "__aenter__", "__aexit__")
        result = await enter(cm)
        self._exits.append((True, MethodType(leave, cm)))
        return result

    def push_async_callback(self, callback, /, *args, **kwds):
        """callback() for an asynchronous function."""
        async def call_back(*_):
            await callback(*args, **kwds)
        call_back.__wrapped__ = callback
        self._exits.append((True, call_back))
        return callback

    async def aclose(self):
        """Runs all exits now."""
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        unwinding = _Unwinding(details[1])
        while self._exits:
            is_async, leave = self._exits.pop()
            try:
                result = leave(*unwinding.arguments())
                unwinding.returned(await result if is_async else result)
            except BaseException as error:
                unwinding.raised(error)
        return unwinding.finish()
