# tests by name: what is found, and what fails to be
import unittest


class T(unittest.TestCase):
    def test_b(self):
        pass

    def test_a(self):
        pass

    def other(self):
        pass


loader = unittest.TestLoader()
print(loader.getTestCaseNames(T))
print(loader.loadTestsFromTestCase(T))
print(loader.loadTestsFromName("__main__.T.other"))
print(loader.loadTestsFromName("T.test_a", __import__("__main__")))
loader.loadTestsFromName("__main__.T.nothing")
loader.loadTestsFromName("no_such_module")
print([error.splitlines()[0] for error in loader.errors])
loader.testNamePatterns = ["*_a"]
print(loader.loadTestsFromTestCase(T).countTestCases())
for wrong in (lambda: T("nothing"), lambda: unittest.TestSuite("x"), lambda: unittest.TestSuite([T]),
              lambda: loader.loadTestsFromTestCase(unittest.TestSuite)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
