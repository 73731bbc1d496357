"""array.array keeps plain numbers side by side, without an object for each."""
import sys
from array import array

COUNT = 10000
numbers = list(range(COUNT, 2 * COUNT))
packed = array("i", numbers)
as_objects = sys.getsizeof(numbers) + sum(sys.getsizeof(n) for n in numbers)
print(f"list and its ints {as_objects} bytes, array {sys.getsizeof(packed)} bytes")
assert as_objects > 5 * sys.getsizeof(packed) and list(packed) == numbers
