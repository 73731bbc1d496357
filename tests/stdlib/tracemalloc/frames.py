# The frames of an object, the oldest first, up to the limit.
import tracemalloc


def inner():
    return [object(), object()]


def outer():
    return inner()


tracemalloc.start(10)
made = outer()
trace = tracemalloc.get_object_traceback(made)
print([frame.lineno for frame in trace], len(trace), trace.total_nframe)
print(trace[-1].filename == __file__, trace[0].lineno, [f.lineno for f in trace[-2:]])
for line in trace.format():
    print(line.replace(__file__, "FILE"))
print(len(trace.format(1)), len(trace.format(-1)), trace.format(most_recent_first=True)[1].strip())
tracemalloc.stop()
tracemalloc.start(1)
made = outer()
trace = tracemalloc.get_object_traceback(made)
print([frame.lineno for frame in trace], trace.total_nframe)
tracemalloc.stop()
