# __mro_entries__: what stands for a base that is no class
class Stand:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print("entries", len(bases), bases[0] is self or "other")
        return self.bases


class A:
    pass


class B:
    pass


class C(Stand(A, B)):
    pass


class D(Stand()):
    pass


class E(A, Stand(B), int):
    pass


print([c.__name__ for c in C.__mro__], D.__mro__[1:], [c.__name__ for c in E.__bases__])
print(hasattr(D, "__orig_bases__"), len(E.__orig_bases__), hasattr(A, "__orig_bases__"))
for bad in (5, None, [A], "AB"):
    class Bad:
        def __mro_entries__(self, bases):
            return bad
    try:
        class F(Bad()):
            pass
    except TypeError as e:
        print(e)
try:
    type("G", (Stand(A),), {})
except TypeError as e:
    print(e)
try:
    class H(5):
        pass
except TypeError as e:
    print(e)
import types
print(types.resolve_bases((Stand(A), B)) == (A, B), types.get_original_bases(C)[0].bases == (A, B))
