"""What every generated program may use: ways to show a result, and objects that behave oddly."""


def t(f):
    """Shows what f gives, or how it fails."""
    try:
        result = f()
    except Exception as e:
        print(type(e).__name__, e.args if isinstance(e, KeyError) else e)
    else:
        show(result)


def show(x):
    print(type(x).__name__, repr(x) if not hasattr(x, '__next__') else list(take(x)))


def take(iterator, n=20):
    for x in iterator:
        n -= 1
        if n < 0:
            return
        yield x


def changed(o, f):
    """The result of a method, and the object after it."""
    return f(o), o


class Steps:
    """Ends every iteration that would go on for ever: each fifth call raises the exception."""

    count = 0

    def __call__(self, exception):
        self.count += 1
        if self.count % 5 == 0:
            raise exception


steps = Steps()


class Index:
    """A number where an index is needed."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __hash__(self):
        return hash(self.value)

    def __repr__(self):
        return f'Index({self.value!r})'


class Bad:
    """Nothing works."""

    def fail(self, *args):
        raise ArithmeticError('bad')

    __eq__ = __lt__ = __hash__ = __len__ = __bool__ = __iter__ = __index__ = __int__ = __float__ = __add__ = __radd__ \
        = __contains__ = __getitem__ = __call__ = __format__ = __str__ = fail

    def __repr__(self):
        return 'Bad()'


class Wild:
    """Equal to everything, says NotImplemented to the rest."""

    def __eq__(self, other):
        return True

    __hash__ = None

    def __add__(self, other):
        return NotImplemented

    def __radd__(self, other):
        return 'radd'

    def __repr__(self):
        return 'Wild()'


class I(int):
    pass


class F(float):
    pass


class S(str):
    pass


class B(bytes):
    pass


class L(list):
    pass


class T(tuple):
    pass


class D(dict):
    def __missing__(self, key):
        return 'missing'


class Z(set):
    pass


class Iter:
    """An iterable of the old kind."""

    def __init__(self, *items):
        self.items = items

    __hash__ = None

    def __getitem__(self, i):
        return self.items[i]

    def __repr__(self):
        return f'Iter{self.items!r}'
