# Bases whose instances are laid out differently cannot be combined
class S1:
    __slots__ = "a"


class S2:
    __slots__ = "b"


class Empty:
    __slots__ = ()


class Plain:
    pass


class Int(int):
    pass


for bases in ((S1, S2), (S1, Empty), (S1, Plain), (Plain, S1), (int, str), (Int, S1), (int, Plain), (list, dict),
              (list, Exception), (OSError, ValueError), (OSError, SyntaxError), (OSError, ImportError), (int, float),
              (bool,), (type(None),), (tuple, Plain), (str, Empty), (Exception, Plain), (set, frozenset), (range,),
              (Int, int), (int, Int), (StopIteration, KeyError), (UnicodeError, OSError), (type, Plain)):
    try:
        t = type("T", bases, {})
        print("ok", t.__base__.__name__, t.__basicsize__ >= 16)
    except TypeError as e:
        print(e)
