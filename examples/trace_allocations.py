"""tracemalloc knows the line of every block."""
import tracemalloc

tracemalloc.start()
squares = [n * n for n in range(10000)]
current, peak = tracemalloc.get_traced_memory()
top = tracemalloc.take_snapshot().statistics("lineno")[0]
line = tracemalloc.get_object_traceback(squares)[0].lineno
tracemalloc.stop()

print(f"now {current // 1024} KiB, at most {peak // 1024} KiB; line {top.traceback[0].lineno} has {top.size // 1024} KiB")
assert top.traceback[0].lineno == line and 0 < top.size <= current <= peak
