"""Where memory comes from: every block in use with the lines that asked for it."""

from collections.abc import Iterable, Sequence
from functools import total_ordering
import fnmatch
import linecache

from _tracemalloc import *
from _tracemalloc import _get_object_traceback, _get_traces


def _format_size(size, sign):
    for unit in ("B", "KiB", "MiB", "GiB", "TiB"):
        if abs(size) < 100 and unit != "B":
            return ("%+.1f %s" if sign else "%.1f %s") % (size, unit)
        if abs(size) < 10 * 1024 or unit == "TiB":
            return ("%+.0f %s" if sign else "%.0f %s") % (size, unit)
        size /= 1024


# --- places ---


class _Value:
    """Something that is compared and hashed by what _key() gives."""

    __slots__ = ()

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash(self._key())


@total_ordering
class _Place(_Value):
    """A value that has an order."""

    __slots__ = ()

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, type(self)) else NotImplemented


class _View(Sequence):
    """A sequence of plain tuples, given out as objects of a class."""

    __slots__ = ()

    def __len__(self):
        return len(self._key())

    def __getitem__(self, index):
        found = self._key()[index]
        return tuple(map(self._made, found)) if isinstance(index, slice) else self._made(found)

    def __contains__(self, item):
        return item._key() in self._key()


class Frame(_Place):
    """A line of a file."""

    __slots__ = ("_frame",)

    def __init__(self, frame):
        self._frame = frame  # (filename, line)

    def _key(self):
        return self._frame

    @property
    def filename(self):
        return self._frame[0]

    @property
    def lineno(self):
        return self._frame[1]

    def __str__(self):
        return "%s:%s" % self._frame

    def __repr__(self):
        return "<Frame filename=%r lineno=%r>" % self._frame


class Traceback(_Place, _View):
    """Frames, from the oldest to the most recent one."""

    __slots__ = ("_oldest_first", "_depth")

    _made = Frame

    def __init__(self, frames, total_nframe=None):
        self._oldest_first, self._depth = tuple(frames[::-1]), total_nframe

    def _key(self):
        return self._oldest_first

    @property
    def total_nframe(self):
        return self._depth

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        total = "" if self._depth is None else f" total_nframe={self._depth}"
        return f"<Traceback {tuple(self)}{total}>"

    def format(self, limit=None, most_recent_first=False):
        """Lines as a report of an exception has them. limit: so many of the most recent frames; negative: of the oldest."""
        frames = self[:] if limit is None else self[-limit:] if limit > 0 else self[:limit]
        if most_recent_first:
            frames = reversed(frames)
        lines = []
        for frame in frames:
            lines.append('  File "%s", line %s' % frame._frame)
            source = linecache.getline(*frame._frame).strip()
            if source:
                lines.append("    " + source)
        return lines


def get_object_traceback(obj):
    """The Traceback of the lines that made obj, or None."""
    found = _get_object_traceback(obj)
    return None if found is None else Traceback(found)


# --- statistics ---


class Statistic(_Value):
    """What the blocks of one place come to."""

    __slots__ = ("traceback", "size", "count")

    def __init__(self, traceback, size, count):
        self.traceback, self.size, self.count = traceback, size, count

    def _key(self):
        return self.traceback, self.size, self.count

    def __str__(self):
        text = f"{self.traceback}: size={_format_size(self.size, False)}, count={self.count}"
        if self.count:
            text += f", average={_format_size(self.size / self.count, False)}"
        return text

    def __repr__(self):
        return "<Statistic traceback=%r size=%i count=%i>" % self._key()

    def _rank(self):
        return self.size, self.count, self.traceback


class StatisticDiff(_Value):
    """The same, with what has changed since an older snapshot."""

    __slots__ = ("traceback", "size", "size_diff", "count", "count_diff")

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback, self.size, self.count = traceback, size, count
        self.size_diff, self.count_diff = size_diff, count_diff

    def _key(self):
        return self.traceback, self.size, self.size_diff, self.count, self.count_diff

    def __str__(self):
        text = "%s: size=%s (%s), count=%i (%+i)" % (
            self.traceback, _format_size(self.size, False), _format_size(self.size_diff, True),
            self.count, self.count_diff)
        if self.count:
            text += f", average={_format_size(self.size / self.count, False)}"
        return text

    def __repr__(self):
        return "<StatisticDiff traceback=%r size=%i (%+i) count=%i (%+i)>" % self._key()

    def _rank(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback


def _changes(old, new):
    """The StatisticDiffs between two groups of sums."""
    nothing = 0, 0
    for place in {**new, **old}:
        (size, count), (old_size, old_count) = new.get(place, nothing), old.get(place, nothing)
        yield StatisticDiff(Traceback(place), size, size - old_size, count, count - old_count)


# --- traces: one for each block ---


class Trace(_Value):
    """A block of memory and where it was asked for."""

    __slots__ = ("_trace",)

    def __init__(self, trace):
        self._trace = trace  # (domain, size, frames, total_nframe)

    @property
    def domain(self):
        return self._trace[0]

    @property
    def size(self):
        return self._trace[1]

    @property
    def traceback(self):
        _, _, frames, total = self._trace
        return Traceback(frames, total)

    def _key(self):
        return self._trace

    def __str__(self):
        return f"{self.traceback}: {_format_size(self.size, False)}"

    def __repr__(self):
        return f"<Trace domain={self.domain} size={_format_size(self.size, False)}, traceback={self.traceback!r}>"


class _Traces(_View, _Value):
    _made = Trace
    __hash__ = None

    def __init__(self, traces):
        self._plain = traces

    def _key(self):
        return self._plain

    def __repr__(self):
        return f"<Traces len={len(self)}>"


# --- filters ---


def _normalize_filename(filename):
    return filename[:-1] if filename.endswith(".pyc") else filename


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive

    def _match(self, trace):
        raise NotImplementedError


class Filter(BaseFilter):
    """Traces of files that match a pattern (and of one line) are wanted, or not wanted."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        BaseFilter.__init__(self, inclusive)
        self._pattern = _normalize_filename(filename_pattern)
        self.lineno, self.all_frames, self.domain = lineno, all_frames, domain

    @property
    def filename_pattern(self):
        return self._pattern

    def _is_named(self, filename, lineno):
        if not fnmatch.fnmatch(_normalize_filename(filename), self._pattern):
            return False
        return self.lineno is None or lineno == self.lineno

    def _match_frame(self, filename, lineno):
        return self._is_named(filename, lineno) == bool(self.inclusive)

    def _match_traceback(self, frames):
        looked_at = frames if self.all_frames else frames[:1]
        return any(self._is_named(*frame) for frame in looked_at) == bool(self.inclusive)

    def _match(self, trace):
        domain, _, frames, _ = trace
        matches, of_domain = self._match_traceback(frames), self.domain is None or domain == self.domain
        return matches and of_domain if self.inclusive else matches or not of_domain


class DomainFilter(BaseFilter):
    """Traces of a domain are wanted, or not wanted."""

    def __init__(self, inclusive, domain):
        BaseFilter.__init__(self, inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain

    def _match(self, trace):
        return (trace[0] == self.domain) == bool(self.inclusive)


# --- snapshots ---


class Snapshot:
    """All traces of one moment."""

    def __init__(self, traces, traceback_limit):
        self.traces, self.traceback_limit = _Traces(traces), traceback_limit

    def filter_traces(self, filters):
        """A snapshot of the traces that one of the inclusive filters wants and no exclusive one refuses."""
        if not isinstance(filters, Iterable):
            raise TypeError("filters must be a list of filters, not %s" % type(filters).__name__)
        filters = list(filters)
        wanted = [f for f in filters if f.inclusive]
        refused = [f for f in filters if not f.inclusive]
        traces = [trace for trace in self.traces._plain
                  if (not wanted or any(f._match(trace) for f in wanted)) and all(f._match(trace) for f in refused)]
        return Snapshot(traces, self.traceback_limit)

    def _sums(self, key_type, cumulative):
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError("unknown key_type: %r" % (key_type,))
        if cumulative and key_type not in ("lineno", "filename"):
            raise ValueError("cumulative mode cannot by used with key type %r" % key_type)
        sums = {}  # frames: (size, number of blocks)
        for _, size, frames, _ in self.traces._plain:
            if key_type == "traceback":
                places = (frames,)
            else:
                places = [(frame if key_type == "lineno" else (frame[0], 0),)
                          for frame in (frames if cumulative else frames[:1])]
            for place in places:
                so_far, count = sums.get(place, (0, 0))
                sums[place] = so_far + size, count + 1
        return sums

    def statistics(self, key_type, cumulative=False):
        """A list of Statistic, the largest first, by "traceback", "filename" or "lineno"."""
        sums = self._sums(key_type, cumulative)
        return sorted([Statistic(Traceback(place), *sum) for place, sum in sums.items()], key=Statistic._rank,
                      reverse=True)

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """A list of StatisticDiff, the greatest change first."""
        new, old = self._sums(key_type, cumulative), old_snapshot._sums(key_type, cumulative)
        return sorted(_changes(old, new), key=StatisticDiff._rank, reverse=True)

    # A dump is text: a line each for the limit, for every stack of frames, and for every block:
    #     ouro tracemalloc 1
    #     attribute NAME VALUE              (of those that were set from outside, when VALUE is a literal)
    #     frames TOTAL LINE FILE            (as many pairs as the stack has frames, separated by tabs)
    #     block DOMAIN SIZE NUMBER          (of the stack, from 0)

    def dump(self, filename):
        """Writes the snapshot to a file."""
        numbers = {}
        with open(filename, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            file.write(f"ouro tracemalloc {self.traceback_limit}\n")
            for name, value in vars(self).items():
                if name not in ("traces", "traceback_limit"):
                    file.write(f"attribute\t{name}\t{_literal(name, value)}\n")
            for domain, size, frames, total in self.traces._plain:
                stack = frames, total
                if stack not in numbers:
                    numbers[stack] = len(numbers)
                    words = [f"{line}\t{_escape(name)}" for name, line in frames]
                    file.write("\t".join(["frames", str(total), *words]) + "\n")
                file.write(f"block {domain} {size} {numbers[stack]}\n")

    @staticmethod
    def load(filename):
        """The snapshot that dump wrote."""
        from ast import literal_eval
        stacks, traces, attributes = [], [], {}
        with open(filename, "r", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            first = file.readline().split()
            if first[:2] != ["ouro", "tracemalloc"]:
                raise ValueError(f"{filename!r} is not a dump of a snapshot")
            for text in file:
                if text.startswith("block "):
                    domain, size, number = map(int, text.split()[1:])
                    traces.append((domain, size, *stacks[number]))
                    continue
                words = text.rstrip("\n").split("\t")
                if words[0] == "attribute":
                    attributes[words[1]] = literal_eval(words[2])
                else:
                    total = None if words[1] == "None" else int(words[1])
                    frames = tuple((_unescape(name), int(line)) for line, name in zip(words[2::2], words[3::2]))
                    stacks.append((frames, total))
        snapshot = Snapshot(traces, int(first[2]))
        vars(snapshot).update(attributes)
        return snapshot


def _literal(name, value):
    """The text that literal_eval makes the value of again. (repr escapes tabs and ends of lines.)"""
    from ast import literal_eval
    text = repr(value)
    try:
        if literal_eval(text) == value:
            return text
    except (ValueError, SyntaxError):
        pass
    raise TypeError(f"attribute {name!r} of the snapshot cannot be dumped: {type(value).__name__} is no literal")


def _escape(name):
    return name.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def _unescape(text):
    parts = text.split("\\\\")
    return "\\".join(part.replace("\\t", "\t").replace("\\n", "\n") for part in parts)


def take_snapshot():
    """The traces of all blocks in use."""
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot(_get_traces(), get_traceback_limit())
