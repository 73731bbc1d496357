"""Runs programs in one process and writes what each of them prints: `batch.py FIRST COUNT` or `batch.py FILE`.

The programs are made here, from their numbers, so that making them is compared as well. FILE has programs written
down, with a line of \\x1e between them. Each program gets fresh globals; what it writes to sys.stdout and sys.stderr is
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
from statements import program

NAMES = {name: value for name, value in vars(prelude).items() if not name.startswith('__')}


class Output:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


def run(source, name):
    """What the program prints."""
    output = Output()
    names = dict(NAMES, __name__='program')
    linecache.cache[name] = len(source), None, source.splitlines(True), name
    old, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), output, output
    try:
        exec(compile(source, name, 'exec'), names)
    except SyntaxError as e:
        output.write(''.join(traceback.format_exception_only(e)))
    except BaseException as e:
        trace = e.__traceback__.tb_next
        output.write(''.join(traceback.format_exception(type(e), e, trace)))
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
    if len(arguments) == 2:
        first, count = map(int, arguments)
        sources = ((seed, str(program(seed, set()))) for seed in range(first, first + count))
    else:
        with open(arguments[0], encoding='utf-8') as file:
            sources = enumerate(file.read().split('\x1e\n'))
    binary = sys.stdout.buffer
    for seed, source in sources:
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
