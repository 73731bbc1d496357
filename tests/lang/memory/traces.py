import tracemalloc
from tracemalloc import DomainFilter, Filter, Frame, Snapshot, Statistic, StatisticDiff, Trace, Traceback

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
for call in (tracemalloc.take_snapshot, lambda: tracemalloc.start(0), lambda: tracemalloc.start(65536),
             lambda: tracemalloc.start("x")):
    try:
        call()
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)

tracemalloc.start(5)
print(tracemalloc.get_traceback_limit())
data = bytes(100000)
current, peak = tracemalloc.get_traced_memory()
print(100000 <= current <= peak)
del data
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < 100000)
tracemalloc.clear_traces()
tracemalloc.stop()

a, b, c = (("a.py", 1), ("main.py", 9)), (("a.py", 2), ("main.py", 9)), (("b.pyc", 5),)
old = Snapshot([(0, 100, a, 2), (0, 50, c, 1)], 2)
new = Snapshot([(0, 100, a, 2), (0, 5000, b, 2), (1, 200000, b, 2), (0, 123456789, a, 2)], 2)
for key in "lineno", "filename", "traceback":
    print(key)
    for stat in new.statistics(key):
        print("  ", stat)
    for stat in new.compare_to(old, key):
        print("  ", stat)
for stat in new.statistics("lineno", cumulative=True):
    print(repr(stat))
print(repr(new.compare_to(old, "lineno")[0]))
print(repr(new.traces), new.traces[0], repr(new.traces[1]))
print(new.traces[0].traceback.format(), len(new.filter_traces([Filter(False, "a*", 2)]).traces))
print(len(new.filter_traces([DomainFilter(True, 1)]).traces), len(old.filter_traces([Filter(True, "b.py")]).traces))
for wrong in (lambda: new.statistics("foo"), lambda: new.statistics("traceback", True), lambda: new.filter_traces(3)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(Frame(("x", 1)) < Frame(("x", 2)), Traceback(a) == Traceback(a), Traceback(a)[-1], str(Traceback(a)))
