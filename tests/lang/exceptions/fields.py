# What the exceptions with fields of their own make of their arguments.
def show(e, *names):
    print(type(e).__name__, e.args, '|', e, '|', *[repr(getattr(e, n)) for n in names])

show(StopIteration(5), 'value')
show(StopIteration(), 'value')
show(SystemExit(1, 2), 'code')
show(KeyError('k'))
show(KeyError())
show(NameError('gone', name='x'), 'name')
show(AttributeError('none', name='a', obj=3), 'name', 'obj')
show(ImportError('no', name='m', path='p'), 'msg', 'name', 'path', 'name_from')
show(ImportError('a', 'b'), 'msg')
show(SyntaxError('bad', ('dir/f.py', 3, 4, 'text', 3, 6)), 'msg', 'filename', 'lineno', 'offset', 'text', 'end_offset')
show(SyntaxError('bad', ('f', None, 4, 'text')))
show(UnicodeEncodeError('ascii', 'a\xe9', 1, 2, 'no'), 'encoding', 'object', 'start', 'end', 'reason')
show(UnicodeEncodeError('ascii', 'a\U0001f600b', 1, 2, 'no'))
show(UnicodeEncodeError('ascii', 'abc', 0, 2, 'no'))
show(UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'no'))
show(UnicodeDecodeError('utf-8', b'abc', 1, 3, 'no'))
show(UnicodeTranslateError('a\u20ac', 1, 2, 'no'))

for make in (lambda: NameError(nme=1), lambda: NameError(name=1, x=2), lambda: ValueError(x=1),
             lambda: SyntaxError('a', ('f', 1, 2)), lambda: UnicodeDecodeError('u', 'text', 1, 2, 'r'),
             lambda: UnicodeEncodeError('u', 'text', 'x', 2, 'r'), lambda: UnicodeTranslateError()):
    try:
        make()
    except TypeError as e:
        print(e)
