# Exception groups: making, splitting, deriving.
g = ExceptionGroup('m', [ValueError(1), TypeError(2), ExceptionGroup('n', [ValueError(3), OSError(4)])])
print(g, repr(g), g.message, g.exceptions, sep='\n')
print(g.split(ValueError), g.split((ValueError, OSError)), g.split(lambda e: isinstance(e, OSError)), sep='\n')
print(g.subgroup(TypeError), g.subgroup(KeyError), g.split(Exception)[1], g.subgroup(lambda e: True) is g)
print(repr(BaseExceptionGroup('x', [KeyError()])), repr(BaseExceptionGroup('x', (KeyboardInterrupt(),))))


class Own(ExceptionGroup):
    def derive(self, excs):
        return Own('derived', excs)


o = Own('own', [ValueError(1), OSError(2)])
o.add_note('note')
o.__cause__ = KeyError(0)
match, rest = o.split(OSError)
print(repr(match), repr(rest), match.__notes__, match.__notes__ is not o.__notes__, repr(rest.__cause__))
print(ExceptionGroup.__bases__, ExceptionGroup[int], g.__reduce__())

for make in (lambda: ExceptionGroup('x'), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup('x', []),
             lambda: ExceptionGroup('x', [5]), lambda: ExceptionGroup('x', 5),
             lambda: ExceptionGroup('x', [KeyboardInterrupt()]), lambda: Own('x', [KeyboardInterrupt()]),
             lambda: g.split(5), lambda: g.subgroup(lambda e: 1 / 0)):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)
