"""The assertions of TestCase, and the messages with which they fail."""

import warnings

from ._contexts import (_AssertLogsContext, _AssertNotWarnsContext, _AssertRaisesContext, _AssertWarnsContext)
from .util import _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr

__unittest = True

DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


def _ndiff(first, second):
    from difflib import ndiff
    return ndiff(first, second)


def _pretty_lines(obj):
    from pprint import pformat
    return pformat(obj).splitlines()


class Assertions:
    """TestCase without the running: it has failureException, longMessage, maxDiff and _type_equality_funcs."""

    def _add_equality_functions(self):
        for cls, name in ((dict, 'assertDictEqual'), (list, 'assertListEqual'), (tuple, 'assertTupleEqual'),
                          (set, 'assertSetEqual'), (frozenset, 'assertSetEqual'), (str, 'assertMultiLineEqual')):
            self.addTypeEqualityFunc(cls, name)

    def addTypeEqualityFunc(self, typeobj, function):
        """assertEqual calls the function, or the method of that name, for two objects of exactly this type."""
        self._type_equality_funcs[typeobj] = function

    # Messages

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg if msg else standardMsg
        if msg is None:
            return standardMsg
        try:
            return f'{standardMsg!s} : {msg!s}'
        except UnicodeDecodeError:
            # Its __str__ decodes something that cannot be.
            return ' : '.join(map(safe_repr, (standardMsg, msg)))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def _fail(self, msg, standardMsg):
        raise self.failureException(self._formatMessage(msg, standardMsg))

    # Truth and identity

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{safe_repr(expr)} is not true")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    # Equality

    def _equality_function(self, first, second):
        cls = type(first)
        function = self._type_equality_funcs.get(cls) if cls is type(second) else None
        if isinstance(function, str):
            return getattr(self, function)
        return self._check_equal if function is None else function

    def _check_equal(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, '%s != %s' % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        self._equality_function(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Do they differ by no more than delta, or by nothing when rounded to this many (7) decimal places?"""
        if first == second:
            return
        near, how, difference = self._nearness(first, second, places, delta)
        if not near:
            self._fail(msg, f'{safe_repr(first)} != {safe_repr(second)} within {how} ({safe_repr(difference)} '
                            'difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, how, difference = self._nearness(first, second, places, delta)
        if delta is not None:
            if first != second and not near:
                return
            how += f' ({safe_repr(difference)} difference)'
        elif first != second and not near:
            return
        self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)} within {how}')

    def _nearness(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f'{safe_repr(delta)} delta', difference
        places = 7 if places is None else places
        return round(difference, places) == 0, f'{places!r} places', difference

    # Sequences

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is None:
            type_name = "sequence"
        else:
            type_name = seq_type.__name__
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{which} sequence is not a {type_name}: {safe_repr(seq)}')
        lengths = []
        for which, seq in (("First", seq1), ("Second", seq2)):
            try:
                lengths.append(len(seq))
            except (TypeError, NotImplementedError):
                text = f'{which} {type_name} has no length.    Non-sequence?'
                break
        else:
            if seq1 == seq2:
                return
            where = self._first_difference(seq1, seq2, lengths, type_name)
            if not where and seq_type is None and type(seq1) != type(seq2):
                return  # they differ in their types alone
            text = '%ss differ: %s != %s\n' % ((type_name.capitalize(),) + _common_shorten_repr(seq1, seq2)) + where
        diff = '\n' + '\n'.join(_ndiff(_pretty_lines(seq1), _pretty_lines(seq2)))
        self._fail(msg, self._truncateMessage(text, diff))

    def _first_difference(self, seq1, seq2, lengths, type_name):
        """Where two sequences begin to differ; '' where no item does."""
        shorter = min(lengths)
        for i in range(shorter):
            items = []
            for which, seq in (("first", seq1), ("second", seq2)):
                try:
                    items.append(seq[i])
                except (TypeError, IndexError, NotImplementedError):
                    return f'\nUnable to index element {i} of {which} {type_name}\n'
            if items[0] != items[1]:
                return '\nFirst differing element %d:\n%s\n%s\n' % ((i,) + _common_shorten_repr(*items))
        if lengths[0] == lengths[1]:
            return ''
        which, seq = ("First", seq1) if lengths[0] > lengths[1] else ("Second", seq2)
        text = f'\n{which} {type_name} contains {abs(lengths[0] - lengths[1])} additional elements.\n'
        try:
            return text + f'First extra element {shorter}:\n{safe_repr(seq[shorter])}\n'
        except (TypeError, IndexError, NotImplementedError):
            return text + f'Unable to index element {shorter} of {which.lower()} {type_name}\n'

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def _check_arguments(self, cls, noun, *arguments):
        for which, argument in zip(("First", "Second"), arguments):
            self.assertIsInstance(argument, cls, f"{which} argument is not a {noun}")

    def assertMultiLineEqual(self, first, second, msg=None):
        """Equality of texts; a difference is shown by lines."""
        self._check_arguments(str, "string", first, second)
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._check_equal(first, second, msg)
        text = '%s != %s' % _common_shorten_repr(first, second)
        if not first or not second:
            end = '' if (first or second).endswith('\n') else '\n'
        else:
            end = '' if first.endswith('\n') and second.endswith('\n') else '\n'
        lines = [(t + end).splitlines(keepends=True) if t else [] for t in (first, second)]
        self._fail(msg, self._truncateMessage(text, '\n' + ''.join(_ndiff(*lines))))

    # Other containers

    def assertSetEqual(self, set1, set2, msg=None):
        missing = []
        for which, a, b in (("first", set1, set2), ("second", set2, set1)):
            try:
                missing.append(a.difference(b))
            except TypeError as e:
                self.fail(f'invalid type when attempting set difference: {e}')
            except AttributeError as e:
                self.fail(f'{which} argument does not support set difference: {e}')
        if not (missing[0] or missing[1]):
            return
        lines = []
        for a, b, items in (("first", "second", missing[0]), ("second", "first", missing[1])):
            if items:
                lines.append(f'Items in the {a} set but not the {b}:')
                lines.extend(map(repr, items))
        self._fail(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self._check_arguments(dict, "dictionary", d1, d2)
        if d1 != d2:
            diff = '\n' + '\n'.join(_ndiff(_pretty_lines(d1), _pretty_lines(d2)))
            self._fail(msg, self._truncateMessage('%s != %s' % _common_shorten_repr(d1, d2), diff))

    def assertCountEqual(self, first, second, msg=None):
        """Have both the same items, each as often, in whatever order?"""
        first, second = list(first), list(second)
        try:
            differences = _count_diff_hashable(first, second)
        except TypeError:
            differences = _count_diff_all_purpose(first, second)
        if differences:
            lines = ['Element counts were not equal:\n']
            lines += [f'First has {n}, Second has {m}:  {item!r}' for n, m, item in differences]
            self._fail(msg, self._truncateMessage(lines[0], '\n'.join(lines[1:])))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    # Order

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    # Classes and attributes

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            if isinstance(cls, tuple):
                self._fail(msg, f'{safe_repr(obj)} is not an instance of any of {cls!r}')
            self._fail(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            which = next((c for c in cls if isinstance(obj, c)), cls) if isinstance(cls, tuple) else cls
            self._fail(msg, f'{safe_repr(obj)} is an instance of {which!r}')

    def _is_below(self, cls, superclass, msg):
        try:
            return issubclass(cls, superclass)
        except TypeError:
            if not isinstance(cls, type):
                self._fail(msg, f'{cls!r} is not a class')
            raise

    def assertIsSubclass(self, cls, superclass, msg=None):
        if self._is_below(cls, superclass, msg):
            return
        if isinstance(superclass, tuple):
            self._fail(msg, f'{cls!r} is not a subclass of any of {superclass!r}')
        self._fail(msg, f'{cls!r} is not a subclass of {superclass!r}')

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        if not self._is_below(cls, superclass, msg):
            return
        if isinstance(superclass, tuple):
            superclass = next((c for c in superclass if issubclass(cls, c)), superclass)
        self._fail(msg, f'{cls!r} is a subclass of {superclass!r}')

    def assertHasAttr(self, obj, name, msg=None):
        if not hasattr(obj, name):
            self._fail(msg, f'{self._attribute_owner(obj)} has no attribute {name!r}')

    def assertNotHasAttr(self, obj, name, msg=None):
        if hasattr(obj, name):
            self._fail(msg, f'{self._attribute_owner(obj)} has unexpected attribute {name!r}')

    @staticmethod
    def _attribute_owner(obj):
        import types
        if isinstance(obj, types.ModuleType):
            return f'module {obj.__name__!r}'
        if isinstance(obj, type):
            return f'type object {obj.__name__!r}'
        return f'{type(obj).__name__!r} object'

    # Text

    def assertStartsWith(self, s, prefix, msg=None):
        self._check_affix(s, prefix, msg, "start")

    def assertNotStartsWith(self, s, prefix, msg=None):
        self._check_no_affix(s, prefix, msg, "start")

    def assertEndsWith(self, s, suffix, msg=None):
        self._check_affix(s, suffix, msg, "end")

    def assertNotEndsWith(self, s, suffix, msg=None):
        self._check_no_affix(s, suffix, msg, "end")

    def _has_affix(self, s, affix, msg, verb):
        try:
            return s.startswith(affix) if verb == "start" else s.endswith(affix)
        except (AttributeError, TypeError):
            for each in affix if isinstance(affix, tuple) else (affix,):
                for expected, name in ((str, "str"), ((bytes, bytearray), "bytes")):
                    if isinstance(each, expected) and not isinstance(s, expected):
                        self._fail(msg, f'Expected {name}, not {type(s).__name__}')
            raise

    def _check_affix(self, s, affix, msg, verb):
        if not self._has_affix(s, affix, msg, verb):
            which = f"any of {affix!r}" if isinstance(affix, tuple) else safe_repr(affix)
            self._fail(msg, f"{safe_repr(s, short=True)} doesn't {verb} with {which}")

    def _check_no_affix(self, s, affix, msg, verb):
        if self._has_affix(s, affix, msg, verb):
            if isinstance(affix, tuple):
                affix = next(each for each in affix if self._has_affix(s, each, msg, verb))
            self._fail(msg, f"{safe_repr(s, short=True)} {verb}s with {safe_repr(affix)}")

    def assertRegex(self, text, expected_regex, msg=None):
        """Is the pattern found in the text?"""
        expected_regex = self._compiled(expected_regex)
        if expected_regex.search(text) is None:
            self._fail(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        unexpected_regex = self._compiled(unexpected_regex)
        if match := unexpected_regex.search(text):
            self._fail(msg, f'Regex matched: {match[0]!r} matches {unexpected_regex.pattern!r} in {text!r}')

    @staticmethod
    def _compiled(regex):
        if isinstance(regex, (str, bytes)):
            import re
            assert regex, "expected_regex must not be empty."
            return re.compile(regex)
        return regex

    # Exceptions, warnings and logs: these call the function in args, or are contexts for a with statement.

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fails unless the exception comes."""
        return _AssertRaisesContext(expected_exception, self).use('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Fails unless the exception comes, and the pattern is found in its text."""
        return _AssertRaisesContext(expected_exception, self, expected_regex).use('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).use('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex).use('assertWarnsRegex', args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return _AssertNotWarnsContext(expected_warning, self).use('_assertNotWarns', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, True)
