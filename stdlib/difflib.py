"""Differences of sequences: SequenceMatcher finds what two of them have in common; from that the functions make reports
in the formats that people and patch read."""

from collections import namedtuple
from heapq import nlargest
from types import GenericAlias

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
           'context_diff', 'unified_diff', 'diff_bytes', 'Match']

Match = namedtuple('Match', 'a b size')


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items.

    The longest common block that holds no junk comes first, then the longest to the left and to the right of it. What
    is known of b is kept, so to compare one sequence with many make it the second.
    """

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self._forget()

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self._forget()
            self.fullbcount = None
            self._index_b()

    def _forget(self):
        self.opcodes = self.matching_blocks = None

    def _index_b(self):
        """b2j: for each item of b the places where it stands, without junk and without what stands everywhere."""
        places = self.b2j = {}
        for i, item in enumerate(self.b):
            places.setdefault(item, []).append(i)
        self.bjunk = set()
        if self.isjunk:
            self.bjunk = {item for item in places if self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(self.b) >= 200:
            limit = len(self.b) // 100 + 1
            self.bpopular = {item for item, where in places.items() if len(where) > limit}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block that a[alo:ahi] and b[blo:bhi] have in common; of several the first in a, then in b."""
        a, b, b2j, bjunk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_i, best_j, size = alo, blo, 0
        # lengths[j]: how long the block is that ends with a[i - 1] and b[j].
        lengths = {}
        for i in range(alo, ahi):
            longer = {}
            for j in b2j.get(a[i], ()):
                if j >= bhi:
                    break
                if j < blo:
                    continue
                k = longer[j] = lengths.get(j - 1, 0) + 1
                if k > size:
                    best_i, best_j, size = i - k + 1, j - k + 1, k
            lengths = longer
        # The block grows on both sides: first by items that are not junk (popular ones), then by junk.
        for junk in (False, True):
            while (best_i > alo and best_j > blo and (b[best_j - 1] in bjunk) is junk and
                   a[best_i - 1] == b[best_j - 1]):
                best_i, best_j, size = best_i - 1, best_j - 1, size + 1
            while (best_i + size < ahi and best_j + size < bhi and (b[best_j + size] in bjunk) is junk and
                   a[best_i + size] == b[best_j + size]):
                size += 1
        return Match(best_i, best_j, size)

    def get_matching_blocks(self):
        """All blocks in common, in order; adjacent ones are put together, and one of size 0 marks the end."""
        if self.matching_blocks is None:
            self.matching_blocks = self._find_blocks(len(self.a), len(self.b))
        return self.matching_blocks

    def _find_blocks(self, la, lb):
        pending = [(0, la, 0, lb)]
        found = []
        while pending:
            alo, ahi, blo, bhi = pending.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    pending.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    pending.append((i + size, ahi, j + size, bhi))
        found.sort()
        blocks = []
        i = j = size = 0
        for next_i, next_j, next_size in found:
            if i + size == next_i and j + size == next_j:
                size += next_size
                continue
            if size:
                blocks.append(Match(i, j, size))
            i, j, size = next_i, next_j, next_size
        if size:
            blocks.append(Match(i, j, size))
        blocks.append(Match(la, lb, 0))
        return blocks

    def get_opcodes(self):
        """How to turn a into b: (tag, i1, i2, j1, j2) for each part; tag is replace, delete, insert or equal."""
        if self.opcodes is None:
            self.opcodes = list(self._make_opcodes())
        return self.opcodes

    def _make_opcodes(self):
        i = j = 0
        for match in self.get_matching_blocks():
            if i < match.a or j < match.b:
                tag = 'insert' if i == match.a else 'delete' if j == match.b else 'replace'
                yield tag, i, match.a, j, match.b
            i, j = match.a + match.size, match.b + match.size
            if match.size:
                yield 'equal', match.a, i, match.b, j

    def get_grouped_opcodes(self, n=3):
        """The changes in groups that have n equal items around them."""
        codes = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]

        def begin(tag, i1, i2, j1, j2):
            return tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)

        def end(tag, i1, i2, j1, j2):
            return tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2

        if codes[0][0] == 'equal':
            codes[0] = end(*codes[0])
        if codes[-1][0] == 'equal':
            codes[-1] = begin(*codes[-1])
        group = []
        for code in codes:
            if code[0] == 'equal' and code[2] - code[1] > 2 * n:
                yield [*group, begin(*code)]
                group, code = [], end(*code)
            group.append(code)
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """How similar they are: from 0.0 to 1.0."""
        return _ratio(sum(match.size for match in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio(): the order of the items does not count."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            n = left[item] if item in left else self.fullbcount.get(item, 0)
            left[item] = n - 1
            if n > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of both: only the lengths count."""
        lengths = len(self.a), len(self.b)
        return _ratio(min(lengths), sum(lengths))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The n best of the possibilities that are similar to the word, the best first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    result = []
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff:
            ratio = matcher.ratio()
            if ratio >= cutoff:
                result.append((ratio, candidate))
    return [candidate for ratio, candidate in nlargest(n, result)]


class Differ:
    """Compares texts by lines, and lines that resemble each other by characters."""

    _WINDOW = 10        # how far from its counterpart a line is looked for
    _CUTOFF = 0.74999   # how similar lines have to be

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Gives lines that begin with '- ', '+ ', '  ' or '? '."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            match tag:
                case 'replace':
                    yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
                case 'delete':
                    yield from self._dump('-', a, alo, ahi)
                case 'insert':
                    yield from self._dump('+', b, blo, bhi)
                case 'equal':
                    yield from self._dump(' ', a, alo, ahi)

    def _dump(self, tag, lines, lo, hi):
        for i in range(lo, hi):
            yield f'{tag} {lines[i]}'

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        # The shorter block first.
        blocks = [('-', a, alo, ahi), ('+', b, blo, bhi)]
        if ahi - alo > bhi - blo:
            blocks.reverse()
        for block in blocks:
            yield from self._dump(*block)

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """Pairs lines that are similar, and shows what differs in them."""
        matcher = SequenceMatcher(self.charjunk)
        next_i, next_j = alo, blo  # what was not written yet
        for j in range(blo, bhi):
            line = b[j]
            matcher.set_seq2(line)
            middle = alo + (j - blo)
            candidates = range(max(middle - self._WINDOW, next_i), min(middle + self._WINDOW + 1, ahi))
            if not candidates:
                break
            best_i, best_ratio = None, self._CUTOFF
            for i in candidates:
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio and
                        matcher.ratio() > best_ratio):
                    best_i, best_ratio = i, matcher.ratio()
            if best_i is None:
                continue
            yield from self._plain_replace(a, next_i, best_i, b, next_j, j)
            yield from self._pair(matcher, a[best_i], line)
            next_i, next_j = best_i + 1, j + 1
        yield from self._plain_replace(a, next_i, ahi, b, next_j, bhi)

    def _pair(self, matcher, line, other):
        if line == other:
            yield '  ' + line
            return
        marks = other_marks = ""
        matcher.set_seqs(line, other)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            mark, other_mark = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}[tag]
            marks += mark * (i2 - i1)
            other_marks += other_mark * (j2 - j1)
        yield from self._qformat(line, other, marks, other_marks)

    def _qformat(self, aline, bline, atags, btags):
        for sign, line, tags in (('-', aline, atags), ('+', bline, btags)):
            yield f'{sign} {line}'
            # Tabs stay, so that the marks stand below what they mark.
            tags = ''.join(c if tag == ' ' and c.isspace() else tag for c, tag in zip(line, tags)).rstrip()
            if tags:
                yield f'? {tags}\n'


def IS_LINE_JUNK(line, pat=None):
    """Is the line blank, or nothing but a '#'?"""
    if pat is None:
        return line.strip() in ('', '#')
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """What Differ says of two lists of lines."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The first (1) or second (2) of the texts that ndiff made the delta from."""
    try:
        sign = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    for line in delta:
        if line[:2] in (sign, '  '):
            yield line[2:]


def _check_types(a, b, *args):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
    if isinstance(a, str):
        raise TypeError('input must be a sequence of strings, not str')
    if isinstance(b, str):
        raise TypeError('input must be a sequence of strings, not str')
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError(f'all arguments must be str, not: {arg!r}')


def _groups(a, b, n, heads, lineterm):
    """The lines that begin a report, then (opcodes, begin and end in a, begin and end in b) for each group of changes."""
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        for sign, name, date in heads:
            yield f'{sign} {name}\t{date}{lineterm}' if date else f'{sign} {name}{lineterm}'
        heads = ()
        (_, i1, _, j1, _), (_, _, i2, _, j2) = group[0], group[-1]
        yield group, (i1, i2), (j1, j2)


def _format_range_unified(start, stop):
    length = stop - start
    if length == 1:
        return f'{stop}'
    return f'{start + 1 if length else start},{length}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The changes from a to b with n lines around them, in the format of diff -u."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    heads = ('---', fromfile, fromfiledate), ('+++', tofile, tofiledate)
    for found in _groups(a, b, n, heads, lineterm):
        if isinstance(found, str):
            yield found
            continue
        group, old, new = found
        yield f'@@ -{_format_range_unified(*old)} +{_format_range_unified(*new)} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from [' ' + line for line in a[i1:i2]]
            else:
                # For an insertion nothing of a, for a deletion nothing of b.
                yield from ['-' + line for line in a[i1:i2]]
                yield from ['+' + line for line in b[j1:j2]]


def _format_range_context(start, stop):
    if stop - start > 1:
        return f'{start + 1},{stop}'
    return f'{stop}'


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The changes from a to b with n lines around them, in the format of diff -c."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    heads = ('***', fromfile, fromfiledate), ('---', tofile, tofiledate)
    for found in _groups(a, b, n, heads, lineterm):
        if isinstance(found, str):
            yield found
            continue
        group, old, new = found
        tags = {code[0] for code in group}
        yield '*' * 15 + lineterm
        yield f'*** {_format_range_context(*old)} ****{lineterm}'
        if tags & {'replace', 'delete'}:
            yield from [signs[tag] + line for tag, low, high, *_ in group for line in a[low:high]]
        yield f'--- {_format_range_context(*new)} ----{lineterm}'
        if tags & {'replace', 'insert'}:
            yield from [signs[tag] + line for tag, _, _, low, high in group for line in b[low:high]]


# Every byte becomes a character, and that the same byte again.
_coding = 'ascii', 'surrogateescape'


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """What dfunc (unified_diff or context_diff) says of lines of bytes, as bytes."""
    def decode(s):
        try:
            method = s.decode
        except AttributeError as error:
            raise TypeError(f'all arguments must be bytes, not {type(s).__name__} ({s!r})') from error
        return method(*_coding)
    names = map(decode, (fromfile, tofile, fromfiledate, tofiledate))
    for line in dfunc(list(map(decode, a)), list(map(decode, b)), *names, n, decode(lineterm)):
        yield line.encode(*_coding)
