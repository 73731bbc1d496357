# Test cases that are abstract are left out; a result that did not call __init__ works.
import abc
import types
import unittest


class Base(unittest.TestCase, abc.ABC):
    @abc.abstractmethod
    def test_one(self):
        ...


class Real(Base):
    def test_one(self):
        pass


module = types.ModuleType('m')
module.Base, module.Real = Base, Real
print(unittest.defaultTestLoader.loadTestsFromModule(module).countTestCases())
print(unittest.defaultTestLoader.loadTestsFromTestCase(Base).countTestCases())
try:
    unittest.defaultTestLoader.loadTestsFromName('Base.test_one', module)
except TypeError as e:
    print(e)


class Result(unittest.TestResult):
    def __init__(self):
        pass

    def startTest(self, test):
        print('start', test.id().rpartition('.')[2])

    stopTest = addSuccess = startTest


Real('test_one').run(Result())
