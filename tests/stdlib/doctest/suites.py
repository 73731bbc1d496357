# testfile, and suites for unittest
"""
>>> 1
1
"""
import doctest
import os
import tempfile
import unittest

def good():
    """
    >>> 2
    2
    """
def bad():
    """
    >>> 3
    4
    """
def skipped():
    """
    >>> 5  # doctest: +SKIP
    6
    """
suite = doctest.DocTestSuite()
result = unittest.TestResult()
suite.run(result)
print(suite.countTestCases(), result.testsRun, len(result.failures), len(result.skipped))
case, text = result.failures[0]
print(repr(case), case.id(), case.shortDescription(), text.replace(os.path.abspath(__file__), 'FILE').replace(__file__, 'FILE'))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'text.txt')
    with open(path, 'w') as file:
        file.write('Text\n>>> 2 + 2\n4\n>>> x\n7\n')
    print(doctest.testfile(path, module_relative=False, globs={'x': 7}))
    result = unittest.TestResult()
    doctest.DocFileSuite(path, module_relative=False).run(result)
    print(result.testsRun, len(result.failures))
for call in (lambda: doctest.testmod(3), lambda: doctest.testfile('/a', module_relative=True), lambda: doctest.set_unittest_reportflags(1),
             lambda: doctest.DocTestFinder().find(3), lambda: doctest.testfile('nowhere.txt')):
    try:
        call()
    except (TypeError, ValueError, FileNotFoundError) as e:
        print(type(e).__name__, *(a for a in e.args if 'nowhere' not in str(a)))
