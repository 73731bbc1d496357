"""A list holds all its items, a generator only the place where it stands."""
import sys

COUNT = 1_000_000
as_list = [n * n for n in range(COUNT)]
as_generator = (n * n for n in range(COUNT))
print(f"list {sys.getsizeof(as_list) / 1e6:.1f} MB, generator {sys.getsizeof(as_generator)} bytes")
assert sys.getsizeof(as_list) > 8 * COUNT and sys.getsizeof(as_generator) < 250
assert sum(as_generator) == sum(as_list)
