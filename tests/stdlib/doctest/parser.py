# Examples in text: what they are, and what is wrong with them; comparing output
import doctest

p = doctest.DocTestParser()
for e in p.get_examples('>>> a\nb\n>>> if 1:\n...   c\nd\n\ntext\n  >>> x #doctest:+ELLIPSIS -SKIP\n'):
    print(repr(e.source), repr(e.want), e.lineno, e.indent, e.options, e.exc_msg)
e, = p.get_examples('>>> 1/0\nTraceback (most recent call last):\n  File "x"\n    y\nZeroDivisionError: division\n  by zero\n')
print(repr(e.exc_msg), repr(e.want))
print([x if isinstance(x, str) else x.source for x in p.parse('text\n>>> a\nb\nmore\n\nend')])
for bad in '>>>a', '>>> a\n...b', '  >>> a\n b', '>>> a #doctest: +NOPE', '>>> a\n... b # doctest: ELLIPSIS', '>>> #doctest: +SKIP':
    try:
        print(p.get_examples(bad, 'nm'))
    except ValueError as err:
        print(err)
check = doctest.OutputChecker().check_output
print(check('a...b\n', 'axxb\n', doctest.ELLIPSIS), check('1\n', 'True\n', 0), check('True\n', '1\n', 0),
      check('1\n', 'True\n', doctest.DONT_ACCEPT_TRUE_FOR_1), check('a\n<BLANKLINE>\n', 'a\n\n', 0),
      check('a b\n', 'a   b\n', doctest.NORMALIZE_WHITESPACE), check('...', 'a', doctest.ELLIPSIS), check('a...a', 'a', doctest.ELLIPSIS))
difference = doctest.OutputChecker().output_difference
e = doctest.Example('x\n', 'a\nb\nc\n')
for flags in 0, doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF:
    print(difference(e, 'a\nx\nc\n', flags))
print(difference(doctest.Example('x', ''), 'out\n', 0), difference(doctest.Example('x', 'w'), '', 0))
print(doctest.script_from_examples('text\n>>> 1\n1\n'), doctest.register_optionflag('OWN'), doctest.OPTIONFLAGS_BY_NAME)
r = doctest.TestResults(1, 2)
print(r, r.skipped, doctest.TestResults(1, 2, skipped=3))

for example in doctest.DocTestParser().get_examples(">>> {**1}\nTraceback (most recent call last):\n...\nTypeError: no\n"):
    print(repr(example.exc_msg))
