# all and any stop early, and pass exceptions on.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

def items(*values):
    for v in values:
        print('item', v)
        yield v
class Bad:
    def __bool__(self): raise ValueError('no truth')
t(lambda: all([]), lambda: any([]), lambda: all(items(1, 0, 2)), lambda: any(items(0, '', 3, 4)), lambda: all([1, Bad()]), lambda: any([0, Bad(), 1]))
t(lambda: all(1), lambda: any(None), lambda: all(), lambda: any([], []), lambda: all([True, 1.0, 'x', [0]]), lambda: any([False, 0, 0.0, '', None, ()]))
