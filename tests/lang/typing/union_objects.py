# int | None: repr, order, equality, hash, nesting, isinstance.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

import types
t(lambda: int | None, lambda: None | int, lambda: int | str | int, lambda: int | (str | None), lambda: int | 5, lambda: 'a' | int, lambda: int | list[int], lambda: (int | str) == (str | int), lambda: hash(int | str) == hash(str | int), lambda: (int | str).__args__, lambda: (int | None).__parameters__, lambda: isinstance(1, int | str), lambda: isinstance('', int | None), lambda: issubclass(bool, int | str), lambda: (int | str)(), lambda: int | int, lambda: None | None, lambda: type(int | str), lambda: (int | str) < (int | str), lambda: (int | str) != int, lambda: types.UnionType, lambda: types.UnionType[int, str], lambda: (int | str).nosuch, lambda: (int | list['T']), lambda: {int | str: 1}[str | int], lambda: (int | str)[int], lambda: (int | str).__mro_entries__(()))
class M(type):
    def __or__(cls, o): return 'or'
class X(metaclass=M): pass
print(X | int, int | X)
