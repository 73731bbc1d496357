# unique and verify; bodies that are refused
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, IntEnum, unique, verify


def check(decorator, base, **members):
    try:
        print(decorator(base("E", members)))
    except ValueError as e:
        print(e)


check(unique, Enum, a=1, b=2)
check(unique, Enum, a=1, b=1, c=1)
check(verify(UNIQUE), Enum, a=1, b=1)
check(verify(CONTINUOUS), IntEnum, a=1, b=4)
check(verify(CONTINUOUS), Flag, a=1, b=8)
check(verify(NAMED_FLAGS), Flag, a=1, b=6)
check(verify(NAMED_FLAGS), Flag, a=1, b=2, c=3)
bodies = ["a = 1; a = 2", "_x_ = 1", "mro = 1", "_order_ = 'b a'; a = 1; b = 2", "a = 1; _ignore_ = 'a'",
          "a = 1\n    def a(self): pass", "__private = 1; a = 2"]
for body in bodies:
    try:
        exec(f"class E(Enum):\n    {body}\nprint(list(E))")
    except Exception as e:
        print(type(e).__name__, e)
