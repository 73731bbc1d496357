"""__slots__ gives attributes fixed places and leaves the dict out."""
import sys


class Plain:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


plain, slotted = Plain(1, 2), Slotted(1, 2)
with_dict = sys.getsizeof(plain) + sys.getsizeof(plain.__dict__)
print(f"with a dict {with_dict} bytes, with slots {sys.getsizeof(slotted)}: {with_dict / sys.getsizeof(slotted):.1f} times less")
assert with_dict >= 5 * sys.getsizeof(slotted)
assert not hasattr(slotted, "__dict__")
