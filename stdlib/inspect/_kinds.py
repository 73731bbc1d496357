"""What kind of object it is: the is* questions, and the state of generators and coroutines.

A function answers by a flag of its code. Questions about functions look through bound methods and partials first; a
callable that was marked counts as a coroutine function, whatever its code says.
"""
import collections.abc
import functools
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512
CO_HAS_DOCSTRING, CO_METHOD = 0x4000000, 0x8000000
TPFLAGS_IS_ABSTRACT = 1 << 20


def _instances_of(*kinds, doc):
    """A question that the type of an object answers."""
    def question(object):
        return isinstance(object, kinds)
    question.__doc__ = doc
    return question


ismodule = _instances_of(types.ModuleType, doc='Is it a module?')
isclass = _instances_of(type, doc='Is it a class?')
ismethod = _instances_of(types.MethodType, doc='Is it a bound method written in Python?')
isfunction = _instances_of(types.FunctionType, doc='Is it a function written in Python, a lambda included?')
isgenerator = _instances_of(types.GeneratorType, doc='Is it a generator?')
iscoroutine = _instances_of(types.CoroutineType, doc='Is it a coroutine, made by a function of async def?')
isasyncgen = _instances_of(types.AsyncGeneratorType, doc='Is it an asynchronous generator?')
istraceback = _instances_of(types.TracebackType, doc='Is it a traceback?')
isframe = _instances_of(types.FrameType, doc='Is it a frame?')
iscode = _instances_of(types.CodeType, doc='Is it a code object?')
isbuiltin = _instances_of(types.BuiltinFunctionType, doc='Is it a built-in function or a bound built-in method?')
ismethodwrapper = _instances_of(types.MethodWrapperType, doc='Is it a bound special method of a built-in type?')
ismemberdescriptor = _instances_of(types.MemberDescriptorType, doc='Is it the descriptor of a slot or a C member?')
isgetsetdescriptor = _instances_of(types.GetSetDescriptorType, doc='Is it a descriptor that C functions stand behind?')

for _name, _question in list(globals().items()):
    if getattr(_question, '__name__', None) == 'question':
        _question.__name__ = _question.__qualname__ = _name
del _name, _question


def ispackage(object):
    """Is it a module that has modules below it?"""
    return ismodule(object) and hasattr(object, '__path__')


def _is_own_kind(object):
    """Classes and functions have questions of their own: they do not count as descriptors."""
    return isclass(object) or ismethod(object) or isfunction(object)


def ismethoddescriptor(object):
    """Does its type have __get__, but neither __set__ nor __delete__?"""
    if _is_own_kind(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not (hasattr(kind, '__set__') or hasattr(kind, '__delete__'))


def isdatadescriptor(object):
    """Does its type have __set__ or __delete__?"""
    if _is_own_kind(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def isroutine(object):
    """Is it a function or method of any kind?"""
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethodwrapper(object)
            or isinstance(object, functools._BoundDispatch) or ismethoddescriptor(object))


def isabstract(object):
    """Is it a class with abstract methods left?"""
    if not isclass(object):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    if not isinstance(object, collections.abc.ABCMeta) or '__abstractmethods__' in vars(object):
        return False
    # The class is being made, and its metaclass has not counted yet (__init_subclass__ asks).
    inherited = [name for base in object.__bases__ for name in getattr(base, '__abstractmethods__', ())]
    candidates = [*vars(object).values(), *(getattr(object, name, None) for name in inherited)]
    return any(getattr(value, '__isabstractmethod__', False) for value in candidates)


# --- functions, by the flags of their code ---

def _bare(f):
    """The function below bound methods and partials, in whatever order they wrap it."""
    while True:
        if ismethod(f):
            f = f.__func__
        elif isinstance(f, functools.partial):
            f = f.func
        elif isinstance(getattr(f, '__partialmethod__', None), functools.partialmethod):
            f = f.__partialmethod__.func
        else:
            return f


def _looks_like_function(f):
    """Has it what a function has? Compilers of Python have function types of their own."""
    if not callable(f) or isclass(f):
        return False
    parts = (('__name__', str), ('__code__', types.CodeType), ('__defaults__', (tuple, types.NoneType)),
             ('__kwdefaults__', (dict, types.NoneType)), ('__annotations__', (dict, types.NoneType)))
    return all(isinstance(getattr(f, name, () if name == '__defaults__' else None), kind) for name, kind in parts)


def _has_flag(f, flag):
    f = _bare(f)
    return (isfunction(f) or _looks_like_function(f)) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Does calling it make a generator?"""
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """Does calling it make an asynchronous generator?"""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_coroutine_mark = object()


def markcoroutinefunction(func):
    """Marks a callable that returns coroutines though its code does not say so; returns it."""
    getattr(func, '__func__', func)._is_coroutine_mark = _coroutine_mark
    return func


def iscoroutinefunction(obj):
    """Does calling it make a coroutine: was it defined by async def, or marked?"""
    return _has_flag(obj, CO_COROUTINE) or getattr(_bare(obj), '_is_coroutine_mark', None) is _coroutine_mark


def isawaitable(object):
    """Can it stand behind await?"""
    if iscoroutine(object) or isinstance(object, collections.abc.Awaitable):
        return True
    return isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


# --- generators, coroutines, asynchronous generators ---

def _state_of(o, prefix):
    if getattr(o, prefix + '_running'):
        return 'RUNNING'
    if getattr(o, prefix + '_suspended'):
        return 'SUSPENDED'
    return 'CLOSED' if getattr(o, prefix + '_frame') is None else 'CREATED'


def _locals_of(o, prefix):
    frame = getattr(o, prefix + '_frame', None)
    return {} if frame is None else frame.f_locals


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = ('CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED',
                                                           'CORO_CLOSED')
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = ('AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED',
                                                           'AGEN_CLOSED')


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return 'GEN_' + _state_of(generator, 'gi')


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return 'CORO_' + _state_of(coroutine, 'cr')


def getasyncgenstate(agen):
    """AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    return 'AGEN_' + _state_of(agen, 'ag')


def getgeneratorlocals(generator):
    """The local variables of a generator, by name; {} when it has ended."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return _locals_of(generator, 'gi')


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine, by name; {} when it has ended."""
    return _locals_of(coroutine, 'cr')


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator, by name; {} when it has ended."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return _locals_of(agen, 'ag')
