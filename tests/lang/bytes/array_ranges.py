# An array names the C type whose range a value leaves.
import array
from collections.abc import MutableSequence

for code in "bBhHiIlLqQ":
    for value in (-1, 2**7, -(2**15) - 1, 2**16, 2**31, -(2**31) - 1, 2**32, 2**63, 2**64, -(2**63) - 1):
        try:
            array.array(code, [value])
        except OverflowError as e:
            print(code, value, e)
print(isinstance(array.array("i"), MutableSequence), array.array("w", "é€").tounicode(), array.typecodes)
for args in [("z",), ("i", "a"), ("i", [1.5]), ("d", ["x"]), ("w", [1]), ("w", ["ab"]), ("b", 5), ("ii",), (5,), ()]:
    try:
        print(array.array(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
