# The peak, and reset_peak.
import tracemalloc

print("start")
tracemalloc.start()
big = bytes(1000000)
current, peak = tracemalloc.get_traced_memory()
print(1000000 < current < 1100000, peak >= current)
del big
current, peak = tracemalloc.get_traced_memory()
print(current < 100000, peak > 1000000)
tracemalloc.reset_peak()
current, peak = tracemalloc.get_traced_memory()
print(peak < 100000, peak >= current)
print(tracemalloc.get_tracemalloc_memory() > 0)
tracemalloc.stop()
