"""Runs programs with both interpreters and compares what they print.

Most programs run in batches, many in a process (batch.py). Every fiftieth runs as a process of its own, too: then what
the interpreter itself writes about an exception that nobody caught is compared, and the exit status.
"""

import os

from differences import excused, erase
from statements import program
from tree import Random

BATCH = 500
WHOLE = 50
MEMORY = 3000000  # kilobytes: what is too large shall fail, soon and everywhere
HERE = os.path.dirname(os.path.abspath(__file__))


class Difference:
    def __init__(self, seed, source, ours, reference, how):
        self.seed, self.source, self.ours, self.reference, self.how = seed, source, ours, reference, how

    def first_lines(self):
        """The first line of each in which they differ."""
        ours, reference = self.ours.split('\n'), self.reference.split('\n')
        for i in range(max(len(ours), len(reference))):
            a = ours[i] if i < len(ours) else '(nothing)'
            b = reference[i] if i < len(reference) else '(nothing)'
            if a != b:
                return a, b

    def family(self):
        """Differences that seem to be the same one: the first lines without what is special about the program."""
        return tuple(''.join('0' if c.isdigit() else c for c in line.split('(')[0] if c not in "'\"")[:60]
                     for line in self.first_lines())

    def __str__(self):
        a, b = self.first_lines()
        return f'seed {self.seed}, {self.how}:\n  ours:      {a}\n  reference: {b}'


class Pair:
    """The two interpreters, and a folder for what they write."""

    def __init__(self, ours, reference, folder):
        self.commands = [ours, reference]
        self.folder = folder
        self.excuses = {}
        self.crashes = []
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(HERE, 'prelude.py')) as source, open(self.path('prelude.py'), 'w') as copy:
            copy.write(source.read())

    def path(self, name):
        return os.path.join(self.folder, name)

    def execute(self, command, arguments, name, seconds=120):
        """stdout, stderr and the exit status of a process."""
        out, err = self.path(name + '.out'), self.path(name + '.err')
        status = os.system(f'ulimit -v {MEMORY}; PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 timeout {seconds} '
                           f'{command} {arguments} >{out} 2>{err} </dev/null')
        with open(out, 'rb') as a, open(err, 'rb') as b:
            return a.read(), b.read(), status >> 8

    def batch(self, arguments, seeds):
        """What each interpreter prints for each of the programs: two dicts from numbers to texts."""
        return [self.batch_of(i, arguments, seeds) for i in range(2)]

    def batch_of(self, i, arguments, seeds):
        out, err, status = self.execute(self.commands[i], f'{HERE}/batch.py {arguments}', f'batch{i}')
        pieces = out.decode('utf-8', 'surrogatepass').split('\x1e')[1:]
        texts = {}
        for piece in pieces:
            head, _, text = piece.partition('\n')
            texts[head.split()[0]] = head + '\n' + erase(text)
        if 'end' not in texts:
            last = list(texts)[-1] if texts else seeds[0]
            texts[last] = f'the process ended with status {status} here: ' + err.decode('utf-8', 'replace')[-1000:]
        return texts

    def compare(self, ours, reference):
        """Are they the same, or is the difference one that is documented?"""
        if ours == reference:
            return True
        reason = excused(ours, reference)
        if reason:
            self.excuses[reason] = self.excuses.get(reason, 0) + 1
        return bool(reason)

    def differences(self, first, count):
        """Those among the programs of these numbers."""
        end = first + count
        while first < end:
            ours, reference = self.batch(f'{first} {end - first}', [str(first)])
            reached = first
            for seed in range(first, end):
                a, b = ours.get(str(seed)), reference.get(str(seed))
                if a is None or b is None:
                    break
                reached = seed + 1
                if not self.compare(a, b):
                    yield Difference(seed, str(program(seed, set())), a, b, 'in a batch')
            first = max(reached, first + 1)  # behind a program that ended the process

    def whole(self, seed):
        """The program as a process of its own: a difference or None."""
        source = str(program(seed, set()))
        name = self.path('program.py')
        with open(name, 'w', encoding='utf-8') as file:
            file.write('from prelude import *\n' + source)
        results = []
        for i, command in enumerate(self.commands):
            out, err, status = self.execute(command, name, f'whole{i}', 20)
            text = out.decode('utf-8', 'replace') + '--- stderr\n' + err.decode('utf-8', 'replace')
            results.append(erase(text) + f'--- exit status {status}\n')
        return None if self.compare(*results) else Difference(seed, source, *results, 'as a process')

    def same(self, sources):
        """For each of these texts: do both do the same with it?"""
        name = self.path('candidates')
        with open(name, 'w', encoding='utf-8') as file:
            file.write('\x1e\n'.join(sources))
        ours, reference = self.batch(name, ['0'])
        keys = [str(i) for i in range(len(sources))]
        return [ours.get(key) is None or reference.get(key) is None or self.compare(ours[key], reference[key])
                for key in keys]


def is_whole(seed):
    return Random(seed).below(WHOLE) == 0


def search(pair, first, count, report):
    """Yields the differences of all programs, as they are found."""
    for start in range(first, first + count, BATCH):
        size = min(BATCH, first + count - start)
        yield from pair.differences(start, size)
        for seed in range(start, start + size):
            if is_whole(seed):
                difference = pair.whole(seed)
                if difference:
                    yield difference
        report(start + size - first)
