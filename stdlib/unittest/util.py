"""How the messages of failed assertions show objects."""

from collections import Counter
from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - _MIN_BEGIN_LEN - _PLACEHOLDER_LEN - _MIN_COMMON_LEN - _PLACEHOLDER_LEN - _MIN_END_LEN


def safe_repr(obj, short=False):
    """repr(obj), also where __repr__ fails."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _MAX_LENGTH:
        return text[:_MAX_LENGTH] + ' [truncated]...'
    return text


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def _shorten(text, head, tail):
    """The text with its middle replaced by a note of its length, where that is worth it."""
    hidden = len(text) - head - tail
    if hidden <= _PLACEHOLDER_LEN:
        return text
    return f"{text[:head]}[{hidden} chars]{text[len(text) - tail:]}"


def _common_shorten_repr(*objects):
    """Their reprs, made shorter in such a way that the place where they begin to differ stays in sight."""
    texts = tuple(map(safe_repr, objects))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = commonprefix(texts)
    start = len(prefix)
    room = _MAX_LENGTH - (longest - start + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if room > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, room)
        return tuple(prefix + text[start:] for text in texts)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(text[start:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts)


def three_way_cmp(x, y):
    """-1, 0 or 1, as functools.cmp_to_key wants it."""
    return (x > y) - (x < y)


def sorted_list_difference(expected, actual):
    """What only one of two sorted lists has: (missing, unexpected), each value once."""
    missing, unexpected = [], []
    i = j = 0
    while i < len(expected) and j < len(actual):
        e, a = expected[i], actual[j]
        if e < a:
            missing.append(e)
        elif e > a:
            unexpected.append(a)
        if e <= a:
            i = _behind(expected, i, e)
        if a <= e:
            j = _behind(actual, j, a)
    return missing + expected[i:], unexpected + actual[j:]


def _behind(items, i, value):
    while i < len(items) and items[i] == value:
        i += 1
    return i


def unorderable_list_difference(expected, actual):
    """The same for lists in any order; empties `expected`, and takes what was found out of `actual`."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


def _count_diff_hashable(actual, expected):
    """Where the counts of two collections differ: a list of (first count, second count, item)."""
    first, second = Counter(actual), Counter(expected)
    result = [(n, second.get(item, 0), item) for item, n in first.items() if second.get(item, 0) != n]
    result += [(0, n, item) for item, n in second.items() if item not in first]
    return result


def _count_diff_all_purpose(actual, expected):
    """The same for items that can only be compared with ==."""
    first, second = list(actual), list(expected)
    result = []
    for remaining, other in ((first, second), (second, first)):
        while remaining:
            item = remaining[0]
            here, there = _take_equal(remaining, item), _take_equal(other, item)
            if here != there:
                result.append((here, there, item) if remaining is first else (there, here, item))
    return result


def _take_equal(items, value):
    """Removes what equals the value; says how many these were."""
    rest = [item for item in items if not item == value]
    n = len(items) - len(rest)
    items[:] = rest
    return n
