# A type alias can be unpacked, as a TypeVarTuple can.
import typing

type A = tuple[int, str]
print(*A, [*A], tuple[*A])
