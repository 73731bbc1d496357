# Examples of a module: found, run, reported; verbosely and with differences
"""Module doc.

>>> 1+1
2
>>> f(2)
5
"""
import contextlib
import doctest
import io
def f(x):
    """Doubles.

    >>> f(3)
    6
    >>> f('a')   # doctest: +ELLIPSIS
    'a...'
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> 1/0
    Traceback (most recent call last):
        ...
    ZeroDivisionError: division by zero
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    >>> f(1)
    3
    >>> undefined
    1
    >>> raise ValueError('x')  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: y
    >>> print('a   b')  # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> 5 # doctest: +SKIP
    6
    """
    return x*2
class C:
    """
    >>> C().m()
    1
    """
    def m(self):
        """
        >>> C().m()
        2
        """
        return 1
    @property
    def p(self):
        """
        >>> 'prop'
        'prop'
        """
    class D:
        """>>> 3
        3
        """
    @staticmethod
    def s():
        """
        >>> True
        1
        """
__test__ = {'extra': '>>> 9\n9\n', 'fun': f}

out = io.StringIO()
with contextlib.redirect_stdout(out):
    print(doctest.testmod())
    print(doctest.testmod(verbose=True, optionflags=doctest.REPORT_NDIFF | doctest.REPORT_ONLY_FIRST_FAILURE))
    for t in doctest.DocTestFinder().find(f):
        print(repr(t).replace(t.filename, 'FILE'), t.name, t.lineno, len(t.examples))
    print([t.name for t in doctest.DocTestFinder().find(C, 'C')])
    doctest.run_docstring_examples(C.m, {'C': C}, name='here')
    t = doctest.DocTestFinder().find(C.m, 'C.m', globs={'C': C})[0]
    try:
        doctest.DebugRunner().run(t)
    except doctest.DocTestFailure as err:
        print(repr(err.got), err.example.want)
print(out.getvalue().replace(__file__, 'FILE'))
