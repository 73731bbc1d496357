"""Which methods, functions and styles the programs of a run contain."""

import types

from methods import ROWS
from prelude import D
from programs import program

TYPES = {'int': int, 'float': float, 'complex': complex, 'bool': bool, 'str': str, 'bytes': bytes, 'bytearray': bytearray,
         'list': list, 'tuple': tuple, 'dict': dict, 'set': set, 'frozenset': frozenset, 'range': range, 'slice': slice,
         'memoryview': memoryview, 'keys': type({}.keys()), 'items': type({}.items()), 'values': type({}.values()),
         'exception': Exception, 'group': ExceptionGroup, 'type': type, 'mappingproxy': types.MappingProxyType}


def public(cls):
    return [name for name in dir(cls) if not name.startswith('_')]


def missing(covered):
    """The public methods of the built-in types that no program called."""
    return [f'{kind}.{name}' for kind, cls in TYPES.items() for name in public(cls) if f'{kind}.{name}' not in covered
            and not (kind == 'group' and name in public(Exception)) and name not in ('message',)]


def of_programs(first, count):
    covered = set()
    for seed in range(first, first + count):
        program(seed, covered)
    return covered
