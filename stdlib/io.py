"""Files: the classes that open() makes, files in memory, and the abstract classes that they are instances of."""

import abc
import _io
from collections.abc import _has_methods
from _io import (DEFAULT_BUFFER_SIZE, UnsupportedOperation, open, open_code, FileIO, BytesIO, StringIO, BufferedReader,
                 BufferedWriter, BufferedRandom, TextIOWrapper, IncrementalNewlineDecoder,
                 text_encoding, BlockingIOError)

GenericAlias = type(list[int])

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
           "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOBase",
           "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
           "text_encoding", "IncrementalNewlineDecoder", "Reader", "Writer"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    __doc__ = _io._IOBase.__doc__


class RawIOBase(_io._RawIOBase, IOBase):
    __doc__ = _io._RawIOBase.__doc__


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    __doc__ = _io._BufferedIOBase.__doc__


class TextIOBase(_io._TextIOBase, IOBase):
    __doc__ = _io._TextIOBase.__doc__


RawIOBase.register(FileIO)
for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class


class Reader(metaclass=abc.ABCMeta):
    """Whatever has a method read: a protocol."""

    __slots__ = ()

    @abc.abstractmethod
    def read(self, size=..., /):
        """Reads and returns what is there, at most size items of it."""

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "read") if cls is Reader else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class Writer(metaclass=abc.ABCMeta):
    """Whatever has a method write: a protocol."""

    __slots__ = ()

    @abc.abstractmethod
    def write(self, data, /):
        """Writes data and returns how many items that were."""

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "write") if cls is Writer else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)
