# Subtests: parameters of nested ones, skips in them, and an expected failure that ends its test.
import sys
import unittest


class Nested(unittest.TestCase):
    def test_nested(self):
        for i in range(2):
            with self.subTest(i=i, k=0), self.subTest("inner", j=2, k=i):
                self.assertEqual(i, 0)
        with self.subTest(i=3):
            self.skipTest("three")
        print("goes on")

    @unittest.expectedFailure
    def test_expected(self):
        with self.subTest(a=1):
            self.fail()
        print("not reached")


class Lines:
    write = sys.stdout.write
    flush = sys.stdout.flush

    def writeln(self, text=''):
        self.write(text + '\n')


class Missing(unittest.TestCase):
    def test(self):
        pass


for failfast in False, True:
    result = unittest.TextTestResult(Lines(), True, 2)
    result.failfast = failfast
    unittest.defaultTestLoader.loadTestsFromTestCase(Nested)(result)
    print([str(test) for test, _ in result.failures], len(result.expectedFailures), result.skipped)
loader = unittest.TestLoader()
result = unittest.TestResult()
loader.loadTestsFromName("Missing.nothing", sys.modules['__main__'])(result)
print(result.errors[0][1], loader.errors[0].splitlines()[0])
