# dump and load.
import os
import tracemalloc

tracemalloc.start(4)
keep = [bytes(100) for _ in range(3)]
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
name = f"/tmp/ouro-snapshot-{os.getpid()}"
try:
    snapshot.dump(name)
    loaded = tracemalloc.Snapshot.load(name)
finally:
    os.unlink(name)
print(loaded.traceback_limit, len(loaded.traces) == len(snapshot.traces))
print(loaded.statistics("traceback") == snapshot.statistics("traceback"))
print(loaded.compare_to(snapshot, "lineno")[0].size_diff)
