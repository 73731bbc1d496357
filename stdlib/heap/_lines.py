"""What each line does to the heap: blocks it asks for, blocks that it frees, and what became of those it asked for."""

import linecache
import sys

import _heap

_KEYS = "allocations", "allocated", "reused", "cached", "frees", "freed", "gone", "gone_bytes", "increfs", "decrefs"
_COUNTS_REFERENCES = _heap.counts_references()  # in a debug build
_HEADER = f"{'Line':>6} {'allocs':>8} {'bytes':>10} {'reused':>8} {'frees':>8} {'bytes':>10} {'net':>10} {'left':>8} {'cached':>8}"
_REFERENCES = f"{'increfs':>9} {'decrefs':>9}" if _COUNTS_REFERENCES else ""


class Lines(list):
    """A dict for each line that did something: filename, line, and

        allocations, allocated    blocks that it asked for, and their bytes
        reused                    of these, blocks that came from a free list: its hits
        frees, freed              blocks that were freed while it ran, and the bytes of those allocated meanwhile
        gone, gone_bytes          of its own blocks, those that are freed by now, wherever that was
        net                       allocated - freed
        left                      allocations - gone: blocks that it has left behind
        cached                    small ints and interned strings that it got, for which nothing had to be allocated
        increfs, decrefs          references taken and given up; None but in a debug build, which alone counts them

    `result` is what the function returned. str() is a table, for the files in `files`."""

    def __init__(self, rows, files=None, result=None):
        super().__init__(rows)
        self.files = files
        self.result = result

    def line(self, number, filename=None):
        """The row of a line; of the first file in `files`, if no other is named."""
        filename = filename or self.files[0]
        for row in self:
            if (row["filename"], row["line"]) == (filename, number):
                return row
        return None

    def __str__(self):
        out = []
        for filename in self.files or sorted({row["filename"] for row in self}):
            header = f"{_HEADER} {_REFERENCES}   Source" if _COUNTS_REFERENCES else f"{_HEADER}   Source"
            out += [f"Filename: {filename}", "", header, "=" * len(header)]
            for row in sorted((row for row in self if row["filename"] == filename), key=lambda row: row["line"]):
                source = linecache.getline(filename, row["line"]).rstrip()
                numbers = "{line:6} {allocations:8} {allocated:10} {reused:8} {frees:8} {freed:10} {net:+10} {left:8} {cached:8}"
                if _COUNTS_REFERENCES:
                    numbers += " {increfs:9} {decrefs:9}"
                out.append(f"{numbers.format(**row)}   {source}".rstrip())
            out.append("")
        return "\n".join(out)


def _merge(raw):
    """Rows of different code objects on the same line are one."""
    rows = {}
    for code, (line, *numbers) in raw:
        key = code.co_filename if code else "<none>", line
        old = rows.get(key, (0,) * len(numbers))
        rows[key] = tuple(a + b for a, b in zip(old, numbers))
    result = []
    for (filename, line), numbers in sorted(rows.items()):
        row = {"filename": filename, "line": line, **dict(zip(_KEYS, numbers))}
        row["net"] = row["allocated"] - row["freed"]
        row["left"] = row["allocations"] - row["gone"]
        if not _COUNTS_REFERENCES:
            row["increfs"] = row["decrefs"] = None
        result.append(row)
    return result


def _script(filename):
    with open(filename, encoding="utf-8") as file:
        code = compile(file.read(), filename, "exec")
    namespace = {"__name__": "__main__", "__file__": filename, "__builtins__": __builtins__}
    return lambda: exec(code, namespace)


def lines(target, *args, **kwargs):
    """Runs a function with these arguments, or a script (a file name), and counts for each line what it does to the heap."""
    if isinstance(target, str):
        filename, run = target, _script(target)
    else:
        code = getattr(getattr(target, "__func__", target), "__code__", None)
        filename, run = code and code.co_filename, target
    result = None
    _heap.lines_start()
    try:
        result = run(*args, **kwargs)
    finally:
        raw = _heap.lines_stop()
        table = Lines(_merge(raw), [filename] if filename else None, result)
        if sys.exception() is not None:
            print(table)
    return table
