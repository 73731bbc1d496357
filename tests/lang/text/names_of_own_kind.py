# A str of an own class that says something else of itself: messages have the characters.
class S(str):
    def __str__(self):
        return 'other'

    def __repr__(self):
        return 'R'


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


s = S('name')
t(lambda: getattr(1, s))
t(lambda: setattr(1, s, 1))
t(lambda: getattr(int, s))
t(lambda: type(s, (), {}).x)
t(lambda: format(1, s))
t(lambda: '%s %r' % (s, s))
t(lambda: f'{s} {s!r} {s:10}|')
t(lambda: {}[s])
t(lambda: float(s))
