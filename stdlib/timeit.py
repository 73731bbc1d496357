"""How long a small piece of code takes."""

import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_template = """\
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    margin = indent * " "
    return ("\n" + margin).join(src.split("\n"))


def _source(name, given, called, before):
    """The text of a part for the template. Errors in it are found here, where it stands behind what comes before."""
    if isinstance(given, str):
        compile(before + given, dummy_src_name, "exec")
        return given
    if not callable(given):
        raise ValueError(f"{name} is neither a string nor callable")
    called[f'_{name}'] = given
    return f'_{name}()'


class Timer:
    """Times a statement, which is run after a setup: each is source or something to call."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        called = {}  # what the template calls: name and object
        first = _source("setup", setup, called, "")
        then = _source("stmt", stmt, called, first + "\n" if isinstance(setup, str) else "")
        self.src = _template.format(setup=reindent(first, 4), stmt=reindent(then, 8),
                                    init=''.join(f', {name}={name}' for name in called))
        code = compile(self.src, dummy_src_name, "exec")
        exec(code, sys._getframe(0).f_globals if globals is None else globals, called)
        self.inner = called["inner"]

    def print_exc(self, file=None):
        """The traceback of an exception in the timed code, with its source."""
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = len(self.src), None, self.src.split("\n"), dummy_src_name
        traceback.print_exception(sys.exception(), file=file)

    def timeit(self, number=default_number):
        """The seconds that so many runs of the statement take, without those of the collector."""
        enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit several times, as a list."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, seconds) for a number of runs that takes at least a fifth of a second."""
        scale = 1
        while True:
            for digit in (1, 2, 5):
                number = scale * digit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    timed = Timer(stmt, setup, timer, globals)
    return timed.timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    timed = Timer(stmt, setup, timer, globals)
    return timed.repeat(repeat, number)


def main(args=None, *, _wrap_timer=None):
    """ouro -m timeit [-n N] [-r N] [-s SETUP] [-p] [-u UNIT] [-v] [STATEMENT ...]"""
    import getopt
    import os
    args = sys.argv[1:] if args is None else args
    try:
        opts, args = getopt.getopt(args, "n:u:s:r:pvh", ["number=", "setup=", "repeat=", "process", "verbose", "unit=",
                                                           "help"])
    except getopt.GetoptError as wrong:
        print(wrong, "use -h/--help for command line help", sep="\n")
        return 2
    timer, number, repeat_count, verbose, unit, setup = default_timer, 0, default_repeat, 0, None, []
    units = {"sec": 1, "msec": 1e-3, "usec": 1e-6, "nsec": 1e-9}
    precision = 3
    for o, a in opts:
        match o:
            case "-n" | "--number":
                number = int(a)
            case "-s" | "--setup":
                setup.append(a)
            case "-u" | "--unit":
                if a not in units:
                    print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                    return 2
                unit = a
            case "-r" | "--repeat":
                repeat_count = max(int(a), 1)
            case "-p" | "--process":
                timer = time.process_time
            case "-v" | "--verbose":
                precision += 1 if verbose else 0
                verbose += 1
            case "-h" | "--help":
                print(main.__doc__)
                return 0
    sys.path.insert(0, os.curdir)
    t = Timer("\n".join(args) or "pass", "\n".join(setup) or "pass", _wrap_timer(timer) if _wrap_timer else timer)

    def format_time(dt):
        name = unit or next((name for name, size in units.items() if dt >= size), "nsec")
        return f"{dt / units[name]:.{precision}g} {name}"
    try:
        if number == 0:
            callback = None
            if verbose:
                def callback(number, taken):
                    print(f"{number} loop{'' if number == 1 else 's'} -> {taken:.{precision}g} sec")
            number = t.autorange(callback)[0]
            if verbose:
                print()
        raw = t.repeat(repeat_count, number)
    except:
        t.print_exc()
        return 1
    if verbose:
        print("raw times: " + ", ".join(map(format_time, raw)))
        print()
    timings = [dt / number for dt in raw]
    best, worst = min(timings), max(timings)
    print(f"{number} loop{'' if number == 1 else 's'}, best of {repeat_count}: {format_time(best)} per loop")
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit(f"The test results are likely unreliable. The worst time ({format_time(worst)}) was more "
                               f"than four times slower than the best time ({format_time(best)}).", UserWarning, '', 0)
    return None


if __name__ == "__main__":
    sys.exit(main())
