# Too many arguments: with defaults, with keyword-only ones that were given or not
def none():
    pass


def two(a, b):
    pass


def defaults(a, b=1, c=2):
    pass


def keyword(a, *, k=1):
    pass


def needs(a, *, k, j=2):
    pass


class C:
    def m(self):
        pass

    def n(self, x=1):
        pass

    @staticmethod
    def s():
        pass

    @classmethod
    def c(cls):
        pass


for call in (lambda: none(1), lambda: none(1, 2), lambda: two(1, 2, 3), lambda: defaults(1, 2, 3, 4), lambda: keyword(1, 2),
             lambda: keyword(1, 2, k=3), lambda: needs(1, 2), lambda: needs(1, 2, k=3), lambda: needs(1, 2, k=3, j=4),
             lambda: C().m(1), lambda: C().n(1, 2), lambda: C.s(1), lambda: C.c(1), lambda: C().c(1, 2), lambda: none(*[1, 2, 3]),
             lambda: needs(), lambda: (lambda: 0)(5)):
    try:
        call()
    except TypeError as e:
        print(e)
