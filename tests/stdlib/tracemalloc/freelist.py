# An object whose block comes from a free list has its own traceback.
import tracemalloc

tracemalloc.start()
old = [[] for _ in range(50)]
del old
new = []
line = tracemalloc.get_object_traceback(new)[0].lineno  # not that of the list which had the block before
values = [i / 3 for i in range(20)]
del values
value = float("1.25")
print(line, tracemalloc.get_object_traceback(value)[0].lineno)
tracemalloc.stop()
