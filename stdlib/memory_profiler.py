"""What each line of a function does to memory.

    from memory_profiler import profile

    @profile
    def f(): ...

prints a table after each call of f. `ouro -m memory_profiler script.py` gives scripts the name `profile` without an import
and prints all tables at the end. Increments are exact: bytes allocated less bytes freed while the line ran.
"""

import functools
import linecache
import sys

import _memory_profiler

__version__ = "0.61.0"

_MIB = 1024 * 1024
_CO_GENERATOR, _CO_COROUTINE, _CO_ASYNC_GENERATOR = 0x20, 0x80, 0x200
_ROW = "{0:>6} {1:>12} {2:>12}  {3:>10}   {4:<}"


class CodeMap(dict):
    """code: {line: (increment, usage, occurrences)} in MiB, for the functions of a profiler."""

    def __init__(self):
        super().__init__()
        self._functions = []

    def add(self, code):
        if code not in self._functions:
            self._functions.append(code)
            _memory_profiler.watch(code)

    def measure(self):
        """Takes over what has been measured so far."""
        for code in self._functions:
            lines = enumerate(_memory_profiler.lines(code), code.co_firstlineno)
            self[code] = {number: (line[0] / _MIB, line[1] / _MIB, line[2]) if line else None for number, line in lines}

    def items(self):
        """(file name, [(line, measurement or None), ...]) for each function."""
        self.measure()
        for code in self._functions:
            yield code.co_filename, list(self[code].items())


class LineProfiler:
    """Measures functions: prof(f) is f, measured. show_results prints what it found."""

    def __init__(self, **options):
        self.code_map = CodeMap()
        self.enable_count = 0
        self.max_mem = options.get("max_mem")
        self.backend = options.get("backend", "psutil")

    def __call__(self, func=None, precision=1):
        if func is None:
            return functools.partial(self, precision=precision)
        self.add_function(func)
        return func

    def add_function(self, func):
        """Functions, methods, and what wraps them."""
        func = getattr(func, "__wrapped__", func)
        func = getattr(func, "__func__", func)
        code = getattr(func, "__code__", None)
        if code is None:
            import warnings
            warnings.warn(f"Could not extract a code object for the object {func!r}")
        else:
            self.code_map.add(code)

    wrap_function = __call__


def show_results(prof, stream=None, precision=1):
    """The table of each function of a LineProfiler."""
    write = (sys.stdout if stream is None else stream).write
    header = _ROW.format("Line #", "Mem usage", "Increment", "Occurrences", "Line Contents")
    for filename, lines in prof.code_map.items():
        source = linecache.getlines(filename)
        write(f"Filename: {filename}\n\n{header}\n{'=' * len(header)}\n")
        for number, measured in lines:
            text = source[number - 1] if number <= len(source) else "\n"
            usage = increment = count = ""
            if measured:
                increment, usage = (f"{value:{precision + 4}.{precision}f} MiB" for value in measured[:2])
                count = measured[2]
            write(_ROW.format(number, usage, increment, count, text if text.endswith("\n") else text + "\n"))
        write("\n\n")


def profile(func=None, stream=None, precision=1, backend="psutil"):
    """Decorator: after each call of func, or when the generator or coroutine that it made is over, its table is printed."""
    if func is None:
        return functools.partial(profile, stream=stream, precision=precision, backend=backend)
    prof = LineProfiler(backend=backend)
    prof.add_function(func)
    code = getattr(func, "__code__", None)
    if code is None:
        return func

    def begin():
        if not _memory_profiler.running(code):
            _memory_profiler.reset(code)

    def end():
        if not _memory_profiler.running(code):
            show_results(prof, stream, precision)

    if code.co_flags & _CO_COROUTINE:
        async def wrapper(*args, **kwargs):
            begin()
            try:
                return await func(*args, **kwargs)
            finally:
                end()
    elif code.co_flags & _CO_ASYNC_GENERATOR:
        async def wrapper(*args, **kwargs):
            begin()
            try:
                async for value in func(*args, **kwargs):
                    yield value
            finally:
                end()
    elif code.co_flags & _CO_GENERATOR:
        def wrapper(*args, **kwargs):
            begin()
            try:
                return (yield from func(*args, **kwargs))
            finally:
                end()
    else:
        def wrapper(*args, **kwargs):
            begin()
            try:
                return func(*args, **kwargs)
            finally:
                end()
    return functools.wraps(func)(wrapper)


class TimeStamper:
    """Notes for each call of a function when it was, and what was in use: for --timestamp and mprof."""

    def __init__(self, **options):
        self.calls = []  # (name, bytes before, time before, bytes after, time after)

    def __call__(self, func=None, **options):
        if func is None:
            return self
        import time
        name = f"{getattr(func, '__module__', None) or '__main__'}.{func.__qualname__}"

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            before = _memory_profiler.usage(), time.time()
            try:
                return func(*args, **kwargs)
            finally:
                self.calls.append((name, *before, _memory_profiler.usage(), time.time()))
        return wrapper

    def show_results(self, stream=None):
        write = (sys.stdout if stream is None else stream).write
        for name, used0, time0, used1, time1 in self.calls:
            write(f"FUNC {name} {used0 / _MIB:.4f} {time0:.4f} {used1 / _MIB:.4f} {time1:.4f}\n")


# --- the whole process ---


def _resident(pid):
    """MiB that the system has given to a process."""
    with open("/proc/self/statm" if pid == -1 else f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * 4096 / _MIB


def _children(pid):
    """The processes that a process has started, and theirs."""
    import os
    parents = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    parents[int(name)] = int(file.read().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                pass  # it has ended meanwhile
    found, todo = [], [os.getpid() if pid == -1 else pid]
    while todo:
        at = todo.pop()
        below = [child for child, parent in parents.items() if parent == at]
        found += below
        todo += below
    return found


def _run(proc):
    """Runs f or (f, args, kwargs); the list of MiB in use before, at the most, and after; and the result."""
    import tracemalloc
    func, args, kwargs = proc, (), {}
    if isinstance(proc, tuple):
        func, args, kwargs = (*proc, *((), {})[len(proc) - 1:])
    started = not tracemalloc.is_tracing()
    if started:
        tracemalloc.start()
    try:
        before = _memory_profiler.usage()
        traced = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        result = func(*args, **kwargs)
        peak = tracemalloc.get_traced_memory()[1] - traced
        after = _memory_profiler.usage()
    finally:
        if started:
            tracemalloc.stop()
    return [before / _MIB, (before + peak) / _MIB, after / _MIB], result


def memory_usage(proc=-1, interval=.1, timeout=None, timestamps=False, include_children=False, multiprocess=False,
                 max_usage=False, retval=False, stream=None, backend=None, max_iterations=None):
    """MiB that a process holds, every `interval` seconds, or of a function that is run: before, at the most, and after."""
    import time
    result = None
    if callable(proc) or isinstance(proc, tuple):
        values, result = _run(proc)
        now = time.time()
        values = [(value, now) if timestamps else value for value in values]
    else:
        pid = getattr(proc, "pid", proc)
        count = max_iterations or (1 if timeout is None else max(1, int(timeout / interval)))
        values = []
        while len(values) < count:
            value = _resident(pid)
            if include_children:
                value += sum(map(_resident, _children(pid)))
            values.append((value, time.time()) if timestamps else value)
            if len(values) < count:
                time.sleep(interval)
    if stream is not None:
        for value in values:
            stream.write("MEM {0:.6f} {1:.4f}\n".format(*(value if timestamps else (value, time.time()))))
        values = None
    elif max_usage:
        values = max(values)
    return (values, result) if retval else values


class LogFile:
    """A stream for `profile` that sends its lines to a logger; with reportIncrementFlag only those that take memory."""

    def __init__(self, name=None, reportIncrementFlag=False):
        import logging
        self.logger = logging.getLogger(name)
        self.level = logging.INFO
        self.reportIncrementFlag = reportIncrementFlag

    def write(self, text):
        for line in text.splitlines():
            if not line.strip():
                continue
            words = line.split()
            takes = " MiB" in line and len(words) > 3 and float(words[3]) > 0
            head = "Filename:" in line or "Line Contents" in line
            if not self.reportIncrementFlag or takes or head:
                self.logger.log(self.level, line)

    def flush(self):
        pass


# --- the command ---

_USAGE = "usage: ouro -m memory_profiler [--version] [--precision N] [--timestamp] [-o FILE] SCRIPT [ARG] ..."

_REFUSED = {"--include-children": "lines are counted in this process only",
            "--pdb-mmem": "there is no debugger to stop in"}


def _parse(words):
    """(options, the script and its arguments)"""
    options = {"precision": 3, "out": None, "timestamp": False}
    words = list(words)
    while words and words[0].startswith("-") and words[0] != "-":
        word = words.pop(0)
        name, equals, value = word.partition("=")
        if name == "--version":
            print(__version__)
            sys.exit(0)
        if name in ("-h", "--help"):
            print(_USAGE)
            sys.exit(0)
        if name == "--timestamp":
            options["timestamp"] = True
            continue
        if name in _REFUSED:
            sys.exit(f"memory_profiler: {name}: {_REFUSED[name]}")
        if name not in ("--precision", "-o", "--backend"):
            sys.exit(f"{_USAGE}\nmemory_profiler: no such option: {word}")
        if not equals:
            if not words:
                sys.exit(f"{_USAGE}\nmemory_profiler: {name} needs a value")
            value = words.pop(0)
        if name == "--precision":
            options["precision"] = int(value)
        elif name == "-o":
            options["out"] = value
    if not words:
        sys.exit(_USAGE)
    return options, words


def run_script(script, prof):
    """Runs a script as the main program, with `profile` = prof."""
    import builtins
    sys.path[0] = script.rpartition("/")[0]
    builtins.profile = prof
    with open(script, encoding="utf-8") as file:
        code = compile(file.read(), script, "exec")
    exec(code, {"__name__": "__main__", "__file__": script, "__builtins__": builtins})


def _main():
    options, sys.argv = _parse(sys.argv[1:])
    prof = TimeStamper() if options["timestamp"] else LineProfiler()

    def show(stream=None):
        if options["timestamp"]:
            prof.show_results(stream)
        else:
            show_results(prof, stream, options["precision"])

    try:
        run_script(sys.argv[0], prof)
    finally:
        if options["out"] is None:
            show()
        else:
            with open(options["out"], "a", encoding="utf-8") as file:
                show(file)


if __name__ == "__main__":
    _main()
