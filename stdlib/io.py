"""Files: the classes that open() makes, files in memory, and the abstract classes that they are instances of."""

import abc
import _io
from collections.abc import _has_methods
from _io import (DEFAULT_BUFFER_SIZE, UnsupportedOperation, open, open_code, FileIO, BytesIO, StringIO, BufferedReader,
                 BufferedWriter, BufferedRandom, BufferedRWPair, TextIOWrapper, IncrementalNewlineDecoder,
                 text_encoding, BlockingIOError)

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
           "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
           "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
           "text_encoding", "IncrementalNewlineDecoder", "Reader", "Writer"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def _abstract(base, *bases, of=()):
    """A class of _io as an abstract base class, under its name without the underscore; `of` are instances of it."""
    cls = abc.ABCMeta(base.__name__[1:], (base, *bases), {'__doc__': base.__doc__, '__module__': __name__})
    for concrete in of:
        cls.register(concrete)
    return cls


IOBase = _abstract(_io._IOBase)
RawIOBase = _abstract(_io._RawIOBase, IOBase, of=(FileIO,))
BufferedIOBase = _abstract(_io._BufferedIOBase, IOBase, of=(BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair))
TextIOBase = _abstract(_io._TextIOBase, IOBase, of=(StringIO, TextIOWrapper))


class Reader(metaclass=abc.ABCMeta):
    """Whatever has a method read: a protocol."""

    __slots__ = ()

    @abc.abstractmethod
    def read(self, size=..., /):
        """Reads and returns what is there, at most size items of it."""

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "read") if cls is Reader else NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


class Writer(metaclass=abc.ABCMeta):
    """Whatever has a method write: a protocol."""

    __slots__ = ()

    @abc.abstractmethod
    def write(self, data, /):
        """Writes data and returns how many items that were."""

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "write") if cls is Writer else NotImplemented

    __class_getitem__ = classmethod(type(list[int]))
