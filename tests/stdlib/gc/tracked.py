# is_tracked: containers that can be in a cycle, not atoms.
import gc


class A:
    pass


class S:
    __slots__ = ()


print([gc.is_tracked(x) for x in (1, 2.5, "s", b"b", None, True, 1j, ...)])
print([gc.is_tracked(x) for x in ([], set(), A(), A, lambda: 0, gc)])
print(gc.is_tracked([1]), gc.is_tracked({"a": []}), gc.is_tracked(([],)))
print(gc.is_tracked(iter([])), gc.is_tracked(x for x in ()))
