# take_snapshot, statistics by line and by file, sizes and counts.
import tracemalloc
keep = more = snapshot = None  # the dict of the module has room for them
tracemalloc.start()
keep = [bytes(1000) for _ in range(10)]
more = bytearray(5000)
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
mine = snapshot.filter_traces([tracemalloc.Filter(True, __file__)])
by_line = {stat.traceback[0].lineno: stat for stat in mine.statistics("lineno")}
print(by_line[5].size - sum(len(k) for k in keep) in range(330, 700), by_line[5].count in (11, 12))
print(by_line[6].size in range(5000, 5200), by_line[6].count in (2, 3))
file = mine.statistics("filename")
print(len(file), file[0].traceback[0].lineno, file[0].count == sum(s.count for s in by_line.values()))
print(mine.traceback_limit, len(mine.traces) == file[0].count)
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
