"""Reads and writes tables as text: rows as lines, fields with commas between them, or in other dialects.

    for row in csv.reader(file): ...            rows are lists of str
    for row in csv.DictReader(file): ...        rows are dicts; the first line has the keys
    csv.writer(file).writerow([1, 'two', 3.0])

Files are to be opened with newline=''. A dialect is a name, a class derived from Dialect, or keyword arguments.
"""

import re
import types
from io import StringIO

from _csv import (Error, reader, writer, register_dialect, unregister_dialect, get_dialect, list_dialects,
                  field_size_limit, QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS,
                  QUOTE_NOTNULL, Dialect as _Dialect)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error",
           "Dialect", "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
           "list_dialects", "Sniffer", "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]

__version__ = "1.0"


# --- dialects ---

class Dialect:
    """What dialects are derived from; they set these attributes."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ is not Dialect:
            self._valid = True
        try:
            _Dialect(self)
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    """As Excel writes CSV files."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes files with tabs."""
    delimiter = '\t'


class unix_dialect(Dialect):
    """As Unix programs like them: every field in quotes, lines end with a newline."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


# --- rows as dicts ---

class DictReader:
    """An iterator of dicts. Without fieldnames the first row has them.

    Fields beyond those are a list under restkey; missing ones have the value restval.
    """

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames if self._fieldnames is None else self._fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        result = dict(zip(names, row))
        if len(row) > len(names):
            result[self.restkey] = row[len(names):]
        elif len(row) < len(names):
            result.update(dict.fromkeys(names[len(row):], self.restval))
        return result

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    """Writes dicts as rows, with the values of fieldnames in their order; restval where there is none."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Writes the names of the fields."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _fields(self, rowdict):
        if self.extrasaction == "raise":
            unknown = rowdict.keys() - self.fieldnames
            if unknown:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, unknown)))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        """Writes a dict."""
        return self.writer.writerow(self._fields(rowdict))

    def writerows(self, rowdicts):
        """Writes each of the dicts."""
        return self.writer.writerows(map(self._fields, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)


# --- guessing ---

# Fields in quotes and what is beside them: a delimiter on both sides, behind, before, or none. A field is taken as a whole
# or not at all, so that a sample without delimiters does not take long.
_FIELD = r"""(?P<quote>["'])(?:(?!(?P=quote)).|(?P=quote){2})*+(?P=quote)"""
_DELIMITER = r"""(?P<delimiter>[^\w\r\n"'])(?P<space> ?)"""
_QUOTED = [re.compile(pattern, re.DOTALL) for pattern in (
    rf"{_DELIMITER}{_FIELD}(?P=delimiter)", rf"(?:^|[\r\n]){_FIELD}{_DELIMITER}", rf"{_DELIMITER}{_FIELD}(?:$|[\r\n])",
    rf"(?:^|[\r\n]){_FIELD}(?:$|[\r\n])(?P<delimiter>)(?P<space>)")]

_ASCII = [chr(c) for c in range(127)]
_CHUNK = 10  # lines that are looked at before the next try
_HEADER_ROWS = 20


def _most_common(items):
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return max(counts, key=counts.get) if counts else ''


class Sniffer:
    """Guesses the dialect of a sample, and whether its first row is a header."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """A dialect for the sample; only delimiters among `delimiters` are considered, if that is given."""
        quote, double, delimiter, skip = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skip = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = double
        dialect.delimiter = delimiter
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = skip
        return dialect

    def _by_quotes(self, sample, delimiters):
        """From what stands beside quoted fields: (quote, is it doubled, delimiter, does a space follow that)."""
        matches = next(filter(None, ([*pattern.finditer(sample)] for pattern in _QUOTED)), [])
        if not matches:
            return '', False, '', False
        quote = _most_common(m['quote'] for m in matches)
        beside = [m for m in matches if m['delimiter'] and (delimiters is None or m['delimiter'] in delimiters)]
        delimiter = _most_common(m['delimiter'] for m in beside)
        skip = bool(delimiter) and all(m['space'] for m in beside if m['delimiter'] == delimiter)
        d, q = re.escape(delimiter), re.escape(quote)
        # Two quotes, and something beside them that shows that they are not an empty field.
        doubled = re.search(rf"[^{d}\r\n{q}]{q}{q}|{q}{q}[^{d}\r\n]", sample)
        return quote, bool(doubled), delimiter, skip

    def _by_counts(self, sample, delimiters):
        """The character that comes equally often in most lines, and whether a space always follows it."""
        lines = [line for line in sample.split('\n') if line]
        found, tables = {}, {c: {} for c in _ASCII if delimiters is None or c in delimiters}
        for start in range(0, len(lines), _CHUNK):
            for line in lines[start:start + _CHUNK]:
                for c, lines_with in tables.items():
                    count = line.count(c)
                    lines_with[count] = lines_with.get(count, 0) + 1
            found = self._consistent(tables, min(start + _CHUNK, len(lines)))
            if len(found) == 1:
                break
        for delimiter in [*found] if len(found) == 1 else [d for d in self.preferred if d in found]:
            return delimiter, self._space_follows(lines[0], delimiter)
        if not found:
            return '', False
        delimiter = max(found, key=lambda d: (found[d], d))
        return delimiter, self._space_follows(lines[0], delimiter)

    def _consistent(self, tables, lines):
        """Characters whose number is the same in so many of the lines as is enough, with that number of times.

        tables has for each character how many lines have it so many times.
        """
        scores = {}
        for c, lines_with in tables.items():
            usual = max(lines_with, key=lines_with.get)
            if usual:
                scores[c] = (2 * lines_with[usual] - lines) / lines, usual
        for percent in range(100, 90, -1):
            found = {c: usual for c, (score, usual) in scores.items() if score * 100 >= percent}
            if found:
                return found
        return {}

    def _space_follows(self, line, delimiter):
        return line.count(delimiter) == line.count(delimiter + ' ')

    def has_header(self, sample):
        """Does the first row differ from the rows below: text over numbers, or over text of one length?"""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for number, row in enumerate(rows):
            if number > _HEADER_ROWS:
                break
            if len(row) == len(header):
                for column in [*kinds]:
                    kind = _kind(row[column])
                    if kinds[column] is None:
                        kinds[column] = kind
                    elif kinds[column] != kind:
                        del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            same = _kind(header[column]) is complex if kind is complex else len(header[column]) == kind
            votes += -1 if same else 1
        return votes > 0


def _kind(text):
    """complex for a number, and for other text its length."""
    try:
        complex(text)
        return complex
    except (ValueError, OverflowError):
        return len(text)
