# start, stop, is_tracing, get_traceback_limit, clear_traces.
import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), tracemalloc.get_traced_memory())
tracemalloc.start(3)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
tracemalloc.start(7)
print(tracemalloc.get_traceback_limit())
keep = bytes(5000)
print(tracemalloc.get_object_traceback(keep) is not None)
tracemalloc.clear_traces()
print(tracemalloc.is_tracing(), tracemalloc.get_object_traceback(keep))
tracemalloc.stop()
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(keep))
for wrong in (0, -1, 65536):
    try:
        tracemalloc.start(wrong)
    except ValueError as error:
        print(error)
