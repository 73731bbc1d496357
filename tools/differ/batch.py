"""Runs programs in one process and writes what each of them prints: `batch.py FIRST COUNT`, `batch.py FILE` or
`batch.py FILE shifted`.

The programs are made here, from their numbers, so that making them is compared as well. FILE has programs written
down, with a line of \\x1e between them; `shifted` gives the objects of each of them other addresses. Each program gets fresh globals; what it writes to sys.stdout and sys.stderr is
kept, and an exception that nobody catches is shown with its traceback, for which the source is put where the module
linecache looks.
"""

import gc
import linecache
import sys
import traceback
import warnings

sys.path.insert(0, __file__.rpartition('/')[0] or '.')
import prelude
from programs import program

NAMES = {name: value for name, value in vars(prelude).items() if not name.startswith('__')}


class Output:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


def described(lines):
    """The report of an exception, or of what happens when it is made: the exception may have odd attributes."""
    try:
        return ''.join(lines())
    except Exception as e:
        return f'no report: {type(e).__name__} {e}\n'


def shift(i, kept=[]):
    """Takes a few blocks of every size, so that the objects that come will be elsewhere."""
    for _ in range(i % 7 + 1):
        kept.append([bytes(size) for size in range(0, 1200, 16)] + [float(i), [i], {i: i}, {i}, object(), type('C', (), {})])


def run(source, name):
    """What the program prints."""
    output = Output()
    names = dict(NAMES, __name__='program')
    linecache.cache[name] = len(source), None, source.splitlines(True), name
    old, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), output, output
    try:
        exec(compile(source, name, 'exec'), names)
    except SyntaxError as e:
        output.write(described(lambda: traceback.format_exception_only(e)))
    except BaseException as e:
        trace = e.__traceback__.tb_next
        output.write(described(lambda: traceback.format_exception(type(e), e, trace)))
    finally:
        names.clear()
        sys.stdout = sys.stderr = Output()  # what is printed when a cycle dies is not compared: its time is not fixed
        gc.collect()
        sys.stdout, sys.stderr = old
        linecache.cache.pop(name, None)
    return ''.join(output.parts)


def main(arguments):
    warnings.simplefilter('always')
    gc.disable()
    gc.freeze()
    shifted = arguments[1:] == ['shifted']
    if len(arguments) == 2 and not shifted:
        first, count = map(int, arguments)
        sources = ((seed, str(program(seed, set()))) for seed in range(first, first + count))
    else:
        with open(arguments[0], encoding='utf-8') as file:
            sources = enumerate(file.read().split('\x1e\n'))
    binary = sys.stdout.buffer
    for seed, source in sources:
        if shifted:
            shift(seed)
        sum_of_source = 0
        for c in source.encode():
            sum_of_source = (sum_of_source * 31 + c) % 1000003
        binary.write(f'\x1e{seed} {sum_of_source}\n'.encode())
        binary.flush()
        binary.write(run(source, f'<{seed}>').encode('utf-8', 'surrogatepass'))
    binary.write(b'\x1eend 0\n')
    binary.flush()


if __name__ == '__main__':
    main(sys.argv[1:])
