# What assertRaises, assertWarns and the others say: as calls, as contexts, with wrong arguments.
import unittest
import warnings

case = unittest.TestCase()


def warn(n):
    for i in range(n):
        warnings.warn(f"w{i}", DeprecationWarning)


def say(method, *args, **kwargs):
    try:
        print(getattr(case, method)(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, e)


say('assertRaises', ValueError, int, 'x')
say('assertRaises', ValueError, int, '1')
say('assertRaises', KeyError, int, 'x')
say('assertRaises', (ValueError, KeyError), int, '1')
say('assertRaises', int, int, 'x')
say('assertRaises', ValueError, wrong=1)
say('assertRaisesRegex', ValueError, 'nothing', int, 'x')
say('assertWarns', DeprecationWarning, warn, 0)
say('assertWarns', ValueError, warn, 1)
say('assertWarnsRegex', DeprecationWarning, 'w1', warn, 2)
say('assertWarnsRegex', DeprecationWarning, 'w7', warn, 2)
try:
    with case.assertRaises(ValueError, msg='a note'):
        pass
except AssertionError as e:
    print(e)
with case.assertRaises(ValueError) as context:
    int('z')
print(repr(context.exception), context.exception.__traceback__)
with case.assertWarns(DeprecationWarning) as context:
    warn(2)
print(repr(context.warning), context.lineno, len(context.warnings))
