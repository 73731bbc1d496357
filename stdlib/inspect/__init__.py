"""Looks at live objects: what they are, what they have, what they take, where they come from.

    _kinds       the is* questions, states of generators and coroutines
    _parameters  Parameter, Signature, BoundArguments
    _signature   finds the signature of any callable
    _specs       older views of signatures, calls that do not take place
    _members     attributes, classes, variables of functions
    _docs        docstrings
    _source      files and lines of source; _blocks finds where a definition ends
    _frames      frames and tracebacks
"""
import enum as _enum

from annotationlib import get_annotations
from inspect._blocks import *
from inspect._docs import *
from inspect._frames import *
from inspect._kinds import *
from inspect._members import *
from inspect._parameters import BoundArguments, Parameter, Signature, _empty, _ParameterKind
from inspect._signature import signature, unwrap
from inspect._source import *
from inspect._specs import *

__all__ = '''
    AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED ArgInfo Arguments Attribute BoundArguments BufferFlags
    CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR
    CO_HAS_DOCSTRING CO_ITERABLE_COROUTINE CO_METHOD CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED CO_VARARGS
    CO_VARKEYWORDS ClosureVars FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED GEN_RUNNING GEN_SUSPENDED Parameter
    Signature TPFLAGS_IS_ABSTRACT Traceback classify_class_attrs cleandoc currentframe findsource formatannotation
    formatannotationrelativeto formatargvalues get_annotations getabsfile getargs getargvalues getasyncgenlocals
    getasyncgenstate getattr_static getblock getcallargs getclasstree getclosurevars getcomments getcoroutinelocals
    getcoroutinestate getdoc getfile getframeinfo getfullargspec getgeneratorlocals getgeneratorstate getinnerframes
    getlineno getmembers getmembers_static getmodule getmodulename getmro getouterframes getsource getsourcefile
    getsourcelines indentsize isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscode iscoroutine
    iscoroutinefunction isdatadescriptor isframe isfunction isgenerator isgeneratorfunction isgetsetdescriptor
    ismemberdescriptor ismethod ismethoddescriptor ismethodwrapper ismodule ispackage isroutine istraceback
    markcoroutinefunction signature stack trace unwrap walktree
'''.split()


class BufferFlags(_enum.IntFlag):
    """What a consumer asks of the buffer protocol (__buffer__)."""

    SIMPLE = 0
    WRITABLE = 1
    FORMAT = 4
    ND = 8
    STRIDES = 16 | ND
    C_CONTIGUOUS = 32 | STRIDES
    F_CONTIGUOUS = 64 | STRIDES
    ANY_CONTIGUOUS = 128 | STRIDES
    INDIRECT = 256 | STRIDES
    CONTIG = ND | WRITABLE
    CONTIG_RO = ND
    STRIDED = STRIDES | WRITABLE
    STRIDED_RO = STRIDES
    RECORDS = STRIDES | WRITABLE | FORMAT
    RECORDS_RO = STRIDES | FORMAT
    FULL = INDIRECT | WRITABLE | FORMAT
    FULL_RO = INDIRECT | FORMAT
    READ = 0x100
    WRITE = 0x200


# What the parts define is known as part of inspect.
for _name in (*__all__, '_empty', '_ParameterKind'):
    _part = globals()[_name]
    if getattr(_part, '__module__', '').startswith('inspect.'):
        _part.__module__ = 'inspect'
del _name, _part
