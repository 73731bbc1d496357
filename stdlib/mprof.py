"""Memory over time: ouro -m mprof COMMAND ...

    run [-T SECONDS] [-o FILE] SCRIPT [ARG] ...   runs a script, and writes what was in use to mprofile_TIME.dat
    list                                          the files of earlier runs
    peak [FILE]                                   the most that was in use, in the last run or the one named
    plot [-o FILE] [FILE]                         draws it: an SVG file
    clean                                         removes the files of earlier runs

A file has a line CMDLINE with the command, a line MEM MIB TIME for each sample, and for each call of a function under
@profile a line FUNC NAME MIB TIME MIB TIME. Samples are taken when the heap changes, not by a clock, and are counted.
"""

import os
import sys
import time

import _memory_profiler
from memory_profiler import TimeStamper, run_script

_MIB = 1024 * 1024


def _files():
    """The names of the data files here, the oldest first."""
    return sorted(name for name in os.listdir(".") if name.startswith("mprofile_") and name.endswith(".dat"))


def _one_file(words):
    if words:
        return words[0]
    names = _files()
    if not names:
        sys.exit("mprof: there is no data file here: use `mprof run` first")
    return names[-1]


def _read(name):
    """(command, [(time, MiB), ...], [(function, MiB, time, MiB, time), ...]) of a data file."""
    command, samples, calls = "", [], []
    try:
        with open(name, encoding="utf-8") as file:
            for line in file:
                word, _, rest = line.rstrip("\n").partition(" ")
                if word == "CMDLINE":
                    command = rest
                elif word == "MEM":
                    used, moment = map(float, rest.split()[:2])
                    samples.append((moment, used))
                elif word == "FUNC":
                    function, *numbers = rest.split()
                    calls.append((function, *map(float, numbers)))
    except OSError as error:
        sys.exit(f"mprof: {error}")
    if not samples:
        sys.exit(f"mprof: {name} has no samples")
    return command, samples, calls


# --- commands ---


def _option(words, *names):
    """The value of an option in front of the other words, which is taken out; or None."""
    if words and words[0] in names:
        if len(words) < 2:
            sys.exit(f"mprof: {words[0]} needs a value")
        value = words[1]
        del words[:2]
        return value
    return None


def run(words):
    interval, out = 0.1, None
    while words and words[0].startswith("-"):
        if (value := _option(words, "-T", "--interval")) is not None:
            interval = float(value)
        elif (value := _option(words, "-o", "--output")) is not None:
            out = value
        else:
            sys.exit(f"mprof run: no such option: {words[0]}")
    if not words:
        sys.exit("mprof run: no script is given")
    name = out or time.strftime("mprofile_%Y%m%d%H%M%S.dat")
    sys.argv = words
    prof = TimeStamper()
    began = time.time()
    _memory_profiler.start_timeline(interval)
    try:
        run_script(words[0], prof)
    finally:
        samples = _memory_profiler.stop_timeline()
        with open(name, "w", encoding="utf-8") as file:
            file.write(f"CMDLINE {' '.join(words)}\n")
            for seconds, used in samples:
                file.write(f"MEM {used / _MIB:.6f} {began + seconds:.4f}\n")
            prof.show_results(file)


def list_files(words):
    for i, name in enumerate(_files()):
        print(i, name)


def clean(words):
    for name in _files():
        os.unlink(name)


def peak(words):
    name = _one_file(words)
    _, samples, _ = _read(name)
    print(f"{name}\t{max(used for _, used in samples):.3f} MiB")


# --- drawing ---

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 900, 420, 70, 40


def _escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def draw(command, samples, calls):
    """An SVG file: what was in use over time, with a bar for each call of a function."""
    start, end = samples[0][0], max(samples[-1][0], samples[0][0] + 0.001)
    top = max(used for _, used in samples) * 1.1 or 1
    x = lambda moment: _LEFT + (moment - start) / (end - start) * (_WIDTH - _LEFT - 20)
    y = lambda used: (_HEIGHT - _BOTTOM) * (1 - used / top) + 5
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" font-size="12">',
           f'<text x="{_LEFT}" y="{_HEIGHT - 5}">{_escape(command)}: {end - start:.2f} s</text>']
    for i in range(6):
        used = top * i / 5
        out.append(f'<line x1="{_LEFT}" y1="{y(used):.1f}" x2="{_WIDTH - 20}" y2="{y(used):.1f}" stroke="#ddd"/>'
                   f'<text x="{_LEFT - 6}" y="{y(used) + 4:.1f}" text-anchor="end">{used:.1f} MiB</text>')
    for name, _, time0, _, time1 in calls:
        left, right = x(time0), max(x(time1), x(time0) + 1)
        out.append(f'<rect x="{left:.1f}" y="5" width="{right - left:.1f}" height="{_HEIGHT - _BOTTOM}" fill="#fd8" '
                   f'opacity="0.4"><title>{_escape(name)}</title></rect>')
    points = " ".join(f"{x(moment):.1f},{y(used):.1f}" for moment, used in samples)
    out.append(f'<polyline points="{points}" fill="none" stroke="#036" stroke-width="1.5"/>')
    return "\n".join([*out, "</svg>", ""])


def plot(words):
    out = _option(words, "-o", "--output")
    name = _one_file(words)
    out = out or name.removesuffix(".dat") + ".svg"
    with open(out, "w", encoding="utf-8") as file:
        file.write(draw(*_read(name)))
    print(out)


_COMMANDS = {"run": run, "list": list_files, "clean": clean, "peak": peak, "plot": plot}


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in _COMMANDS:
        sys.exit(__doc__.rstrip())
    _COMMANDS[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    main()
