# Truth: __bool__, then __len__, else True
class B:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Both(B):
    def __len__(self):
        raise ValueError("not asked")


print(bool(B(True)), not B(False), bool(L(0)), bool(L(2)), bool(Both(True)), bool(object()), bool(B))
print(1 if B(True) else 2, B(False) or "or", B(True) and "and", [x for x in (L(0), L(1)) if x][0].n)
for o in (B(1), B(None), B("a"), L(-1), L("x")):
    for f in (bool, lambda x: not x, lambda x: 1 if x else 2, lambda x: [1 for _ in "a" if x]):
        try:
            print(f(o))
        except (TypeError, ValueError) as e:
            print(e)
class NoneBool:
    __bool__ = None


class NoneLen:
    __len__ = None


for o in (NoneBool(), NoneLen()):
    try:
        print(bool(o))
    except TypeError as e:
        print(e)
print(hasattr(str, "__bool__"), hasattr(int, "__bool__"), hasattr(list, "__bool__"), hasattr(type(None), "__bool__"))
