# the order of fixtures and cleanups of modules, classes and tests, and what happens when one fails
import unittest


def setUpModule():
    print("setUpModule")
    unittest.addModuleCleanup(print, "module cleanup")


def tearDownModule():
    print("tearDownModule")


class A(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        print("setUp")
        self.addCleanup(print, "cleanup", 1)
        self.addCleanup(print, "cleanup", 2)

    def tearDown(self):
        print("tearDown")

    def test(self):
        print("test")


class B(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise ValueError("no class")

    def test(self):
        print("never")


class C(unittest.TestCase):
    def setUp(self):
        self.addCleanup(print, "cleanup all the same")
        raise ValueError("no test")

    def tearDown(self):
        print("never")

    def test(self):
        print("never")


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromName("__main__").run(result)
print(result)
for test, text in result.errors:
    print(test, text.splitlines()[-1])
