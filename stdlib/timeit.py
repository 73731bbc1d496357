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
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Times a statement, which is run after a setup: each is source or something to call."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        local_ns = {}
        global_ns = globals if globals is not None else sys._getframe(0).f_globals
        init = ''
        if isinstance(setup, str):
            # Errors in the parts are found before they stand in the template.
            compile(setup, dummy_src_name, "exec")
            setup_prefix = setup + '\n'
            setup = reindent(setup, 4)
        elif callable(setup):
            local_ns['_setup'] = setup
            init += ', _setup=_setup'
            setup_prefix = ''
            setup = '_setup()'
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(setup_prefix + stmt, dummy_src_name, "exec")
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            local_ns['_stmt'] = stmt
            init += ', _stmt=_stmt'
            stmt = '_stmt()'
        else:
            raise ValueError("stmt is neither a string nor callable")
        src = self.src = _template.format(stmt=stmt, setup=setup, init=init)
        exec(compile(src, dummy_src_name, "exec"), global_ns, local_ns)
        self.inner = local_ns["inner"]

    def print_exc(self, file=None):
        """The traceback of an exception in the timed code, with its source."""
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = len(self.src), None, self.src.split("\n"), dummy_src_name
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The seconds that so many runs of the statement take, without those of the collector."""
        it = itertools.repeat(None, number)
        enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(it, self.timer)
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
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


def main(args=None, *, _wrap_timer=None):
    """ouro -m timeit [-n N] [-r N] [-s SETUP] [-p] [-u UNIT] [-v] [STATEMENT ...]"""
    import getopt
    import os
    args = sys.argv[1:] if args is None else args
    try:
        opts, args = getopt.getopt(args, "n:u:s:r:pvh", ["number=", "setup=", "repeat=", "process", "verbose", "unit=",
                                                           "help"])
    except getopt.error as err:
        print(err)
        print("use -h/--help for command line help")
        return 2
    stmt = "\n".join(args) or "pass"
    timer, number, repeat_count, verbose, unit, setup = default_timer, 0, default_repeat, 0, None, []
    units = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}
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
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    t = Timer(stmt, "\n".join(setup) or "pass", timer)

    def format_time(dt):
        name = unit or next((n for n in ("sec", "msec", "usec") if dt >= units[n]), "nsec")
        return f"{dt / units[name]:.{precision}g} {name}"
    try:
        if number == 0:
            callback = None
            if verbose:
                def callback(number, taken):
                    print(f"{number} loop{'' if number == 1 else 's'} -> {taken:.{precision}g} secs")
            number, _ = t.autorange(callback)
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
