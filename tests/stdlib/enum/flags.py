# flags: combinations, their names, iteration, what lies beyond the members
from enum import CONFORM, EJECT, KEEP, Flag, IntFlag, auto, show_flag_values, global_enum


class F(Flag):
    A = auto()
    B = auto()
    AB = A | B
    D = 8


print(list(F), F.A | F.D, ~F.A, F(3), F.A in F.AB, repr(F(0)), list(F.AB), len(F.AB), F.AB & F.B, F.A ^ F.AB, bool(F(0)))
print(F.A | F.B is F.AB, (F.A | F.D).name, show_flag_values(11))


class I(IntFlag):
    X = 1
    Y = 2


print(repr(I.X | 8), I(7), repr(~I.X), int(I.X), f"{I.X}", I.X | I.Y, repr(I(0)))


class Conform(Flag, boundary=CONFORM):
    A = 1


class Eject(Flag, boundary=EJECT):
    A = 1


class Keep(Flag, boundary=KEEP):
    A = 1


print(Conform(5), Eject(5), repr(Keep(5)), Keep(5).name)


@global_enum
class G(IntFlag):
    ONE = 1
    TWO = 2


print(repr(G.ONE | G.TWO), repr(ONE), str(TWO))
for wrong in (lambda: F(99), lambda: F("x"), lambda: F.A | 1, lambda: 1 in F.A, lambda: F.A < F.B):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
