# compare_to tells what has come and gone.
import tracemalloc

tracemalloc.start()
first = bytes(20000)
old = tracemalloc.take_snapshot()
del first
second = [bytes(30000), bytes(30000)]
new = tracemalloc.take_snapshot()
tracemalloc.stop()
diffs = {d.traceback[0].lineno: d for d in new.compare_to(old, "lineno") if d.traceback[0].filename == __file__}
print(diffs[5].size_diff in range(-20100, -19999), diffs[5].count_diff, diffs[5].size, diffs[5].count)
print(diffs[8].size_diff in range(60000, 62000), diffs[8].count >= 3)
print(str(diffs[5]).replace(__file__, "FILE"))
