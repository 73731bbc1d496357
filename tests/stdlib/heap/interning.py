# The intern table: a new string is a miss, an equal one a hit.
import gc
import sys

import heap

gc.collect()  # nothing with an interned name waits to be freed in between
a = heap.caches()["interned strings"]
first = sys.intern("".join(["never ", "seen ", "before"]))
b = heap.caches()["interned strings"]
second = sys.intern("".join(["never ", "seen ", "before"]))
c = heap.caches()["interned strings"]
print(b["misses"] - a["misses"], b["count"] - a["count"], c["hits"] - b["hits"], c["count"] - b["count"])
print(first is second)
del first, second
print(heap.caches()["interned strings"]["count"] - a["count"])
