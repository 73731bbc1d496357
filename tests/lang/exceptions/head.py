# What all exceptions have: args, context, cause, traceback, notes, pickling.
e = ValueError(1, 'two')
print(repr(e), str(e), e.args, e.__context__, e.__cause__, e.__suppress_context__, e.__traceback__)
e.args = [3]
print(repr(e), str(e))

for name, value in [('args', 5), ('__context__', 5), ('__cause__', 5), ('__traceback__', 5), ('__suppress_context__', 5),
                    ('__dict__', 5)]:
    for action in (lambda: setattr(e, name, value)), (lambda: delattr(e, name)):
        try:
            action()
        except TypeError as error:
            print(name, '|', error)

e.__cause__ = KeyError('k')
print(repr(e.__cause__), e.__suppress_context__)
e.add_note('one')
e.add_note('two')
print(e.__notes__, e.__dict__, e.__reduce__())
e.__setstate__({'x': 1})
print(e.x, e.with_traceback(None) is e)
e.__notes__ = 5
for action in (lambda: e.add_note('x')), (lambda: e.add_note(5)), (lambda: e.with_traceback(4)), (lambda: e.__setstate__(4)):
    try:
        action()
    except TypeError as error:
        print(error)
