# every outcome that a test can have, as verbose lines and at the end
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__)) + "/"  # tracebacks name the script by its whole path


class Output:
    def write(self, text):
        sys.stdout.write("Ran ...\n" if text.startswith("Ran ") else text.replace(HERE, ""))

    def flush(self):
        pass


class Outcomes(unittest.TestCase):
    def setUp(self):
        self.addCleanup(print, "cleanup")

    def test_success(self):
        "The first line."

    def test_failure(self):
        self.assertTrue(0, "why")

    def test_error(self):
        raise KeyError("x") from None

    def test_sub(self):
        for i in range(3):
            with self.subTest("message", i=i):
                if i == 2:
                    self.skipTest("two")
                self.assertEqual(i % 2, 0)

    @unittest.skip("a reason")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("so it is")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass


unittest.main(testRunner=unittest.TextTestRunner(Output(), verbosity=2), exit=False)
