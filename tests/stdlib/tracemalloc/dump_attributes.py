# What a program has put on a snapshot is in the dump, too.
import os
import tempfile
import tracemalloc

tracemalloc.start(2)
kept = [bytes(100) for i in range(3)]
snapshot = tracemalloc.take_snapshot()
snapshot.label = "before\tand\nafter \\n"
snapshot.numbers = (1, 2.5, [None, True], {"k": b"v"})
path = tempfile.mktemp()
snapshot.dump(path)
loaded = tracemalloc.Snapshot.load(path)
os.remove(path)
print(loaded.label == snapshot.label, loaded.numbers, sorted(vars(loaded)) == sorted(vars(snapshot)))
print(list(loaded.traces) == list(snapshot.traces), loaded.traceback_limit)
