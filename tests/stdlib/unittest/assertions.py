# the messages of assertions that fail
import unittest


def show(assertion, *args, **kwargs):
    try:
        assertion(*args, **kwargs)
        print("passed")
    except Exception as e:
        print(type(e).__name__, e)


t = unittest.TestCase()
show(t.assertEqual, 1, 2)
show(t.assertEqual, 1, 2, "with a note")
show(t.assertEqual, [1, 2, 3], [1, 5, 3])
show(t.assertEqual, "one\ntwo\n", "one\nthree\n")
show(t.assertEqual, {"a": 1}, {"a": 2})
show(t.assertEqual, {1, 2}, {2, 3})
show(t.assertEqual, "x" * 100 + "a", "x" * 100 + "b")
show(t.assertEqual, 2, 2)
show(t.assertSequenceEqual, (1, 2), [1])
show(t.assertSequenceEqual, 5, [1])
show(t.assertCountEqual, [1, 1, 2], [1, 2, 2])
show(t.assertAlmostEqual, 1, 1.5, delta=0.2)
show(t.assertAlmostEqual, 1, 1.00000001)
show(t.assertStartsWith, "abc", ("x", "y"))
show(t.assertStartsWith, "abc", b"a")
show(t.assertNotEndsWith, "abc", "bc")
show(t.assertHasAttr, unittest, "nothing")
show(t.assertIsSubclass, str, (int, float))
show(t.assertIsInstance, 1, str)
show(t.assertIn, 1, [2])
show(t.assertLess, 2, 1)
show(t.assertIsNone, 0)
show(t.assertRaises, ValueError, int, "3")
show(t.assertRaises, ValueError, int, "x")
show(t.assertRaises, 3)
show(t.fail)
with t.assertRaises(KeyError) as caught:
    {}["key"]
print(repr(caught.exception))
