"""Runs programs with both interpreters and compares what they print.

A difference is looked at again before it counts: see `settle`. Most programs run in batches, many in a process
(batch.py). Every fiftieth runs as a process of its own, too: then what the interpreter itself writes about an exception
that nobody caught is compared, and the exit status.
"""

import os

from differences import MORE_MEMORY, NOT_STEADY, OWN_NAMES, TOO_SLOW, erase, not_steady, reconciled
from own_names import own_names
from programs import program
from tree import Random

BATCH = 500
WHOLE = 50
MEMORY = 3000000  # kilobytes: what is too large shall fail, soon and everywhere
MUCH_MEMORY = 4 * MEMORY
SECONDS = 20      # for one program
BATCH_SECONDS = 90
TIMEOUT = 124     # the exit status of what did not end in time
AGAIN = 20        # so many times, when it is asked whether the reference always prints the same
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
        self.excused = set()  # the numbers of programs that need not be asked again
        self.crashes = []
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(HERE, 'prelude.py')) as source, open(self.path('prelude.py'), 'w') as copy:
            copy.write(source.read())

    def path(self, name):
        return os.path.join(self.folder, name)

    def execute(self, command, arguments, name, seconds=BATCH_SECONDS, memory=MEMORY):
        """stdout, stderr and the exit status of a process."""
        out, err = self.path(name + '.out'), self.path(name + '.err')
        status = os.system(f'ulimit -v {memory}; PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 timeout {seconds} '
                           f'{command} {arguments} >{out} 2>{err} </dev/null')
        with open(out, 'rb') as a, open(err, 'rb') as b:
            return a.read(), b.read(), status >> 8

    def batch(self, arguments, seeds, **limits):
        """What each interpreter prints for each of the programs: two dicts from numbers to texts."""
        return [self.batch_of(i, arguments, seeds, **limits) for i in range(2)]

    def batch_of(self, i, arguments, seeds, **limits):
        out, err, status = self.execute(self.commands[i], f'{HERE}/batch.py {arguments}', f'batch{i}', **limits)
        pieces = out.decode('utf-8', 'surrogatepass').split('\x1e')[1:]
        texts = {}
        for piece in pieces:
            head, _, text = piece.partition('\n')
            texts[head.split()[0]] = head + '\n' + erase(text)
        if 'end' not in texts:
            last = list(texts)[-1] if texts else seeds[0]
            if status == TIMEOUT and last != seeds[0]:
                del texts[last]  # it is to have all the time for itself
            elif status == TIMEOUT:
                texts[last] = TOO_SLOW
            else:
                texts[last] = f'the process ended with status {status} here: ' + err.decode('utf-8', 'replace')[-1000:]
        return texts

    def compare(self, ours, reference, source):
        """Are they the same, or is the difference one that is documented?"""
        if ours == reference:
            return True
        ours, reason = reconciled(ours, reference)
        if ours != reference:
            reason = self.settle(ours, reference, source)
        if reason:
            self.excuses[reason] = self.excuses.get(reason, 0) + 1
        return bool(reason)

    def settle(self, ours, reference, source):
        """Looks again at a program with a difference: is it one of memory, of time, of names, or of the reference
        with itself?"""
        if reference == TOO_SLOW:
            return TOO_SLOW
        if ('MemoryError' in ours) != ('MemoryError' in reference):
            self.write([source])
            ours, reference = (texts.get('0') for texts in self.batch(self.path('again'), ['0'], memory=MUCH_MEMORY))
            return MORE_MEMORY if ours == reference else None
        if self.differs_by_names(source):
            return OWN_NAMES
        self.write([source] * AGAIN)
        runs = [text.partition('\n')[2] for text in self.batch_of(1, self.path('again') + ' shifted', ['0']).values()]
        return NOT_STEADY if not_steady(ours.partition('\n')[2], runs[:-1]) else None

    def differs_by_names(self, source):
        """Is it only because variables of comprehensions have the names that they have?"""
        renamed = own_names(source)
        if renamed == source:
            return False
        texts = []
        for program_text in source, renamed:
            self.write([program_text])
            texts += [outputs.get('0', '').partition('\n')[2] for outputs in self.batch(self.path('again'), ['0'])]
        return texts[0] == texts[2] == texts[3]

    def write(self, sources):
        with open(self.path('again'), 'w', encoding='utf-8') as file:
            file.write('\x1e\n'.join(sources))

    def differences(self, first, count):
        """Those among the programs of these numbers."""
        end, alone = first + count, False
        while first < end:
            count = 1 if alone else end - first
            ours, reference = self.batch(f'{first} {count}', [str(first)], seconds=SECONDS if alone else BATCH_SECONDS)
            reached = first
            for seed in range(first, first + count):
                a, b = ours.get(str(seed)), reference.get(str(seed))
                if a is None or b is None:
                    break
                reached = seed + 1
                source = str(program(seed, set())) if a != b else ''
                if not self.compare(a, b, source):
                    yield Difference(seed, source, a, b, 'in a batch')
                elif source:
                    self.excused.add(seed)
            alone = not alone and first < reached < end  # the one in which the time of the batch ended
            first = max(reached, first + 1)              # behind a program that ended the process

    def whole(self, seed):
        """The program as a process of its own: a difference or None."""
        source = str(program(seed, set()))
        name = self.path('program.py')
        with open(name, 'w', encoding='utf-8') as file:
            file.write('from prelude import *\n' + source)
        results = []
        for i, command in enumerate(self.commands):
            out, err, status = self.execute(command, name, f'whole{i}', SECONDS)
            text = out.decode('utf-8', 'replace') + '--- stderr\n' + err.decode('utf-8', 'replace')
            results.append(erase(text) + f'--- exit status {status}\n')
        return None if self.compare(*results, source) else Difference(seed, source, *results, 'as a process')

    def same(self, sources):
        """For each of these texts: do both do the same with it?"""
        self.write(sources)
        ours, reference = self.batch(self.path('again'), ['0'])
        keys = [str(i) for i in range(len(sources))]
        return [ours.get(key) is None or reference.get(key) is None or ours[key] == reference[key]
                or reconciled(ours[key], reference[key])[0] == reference[key] for key in keys]


def is_whole(seed):
    return Random(seed).below(WHOLE) == 0


def search(pair, first, count, report):
    """Yields the differences of all programs, as they are found."""
    for start in range(first, first + count, BATCH):
        size = min(BATCH, first + count - start)
        yield from pair.differences(start, size)
        for seed in range(start, start + size):
            if is_whole(seed) and seed not in pair.excused:
                difference = pair.whole(seed)
                if difference:
                    yield difference
        report(start + size - first)
