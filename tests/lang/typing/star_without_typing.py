# A starred alias, and a starred parameter, is typing.Unpack of it, even if nobody has imported typing.
import sys

print('typing' in sys.modules)
type A = int
print([*A], next(iter(A)))


def f[*Ts]():
    return [*Ts], tuple[*Ts]


print(f())
