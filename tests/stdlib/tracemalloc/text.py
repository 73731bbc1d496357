# How statistics, traces and frames look.
from tracemalloc import Frame, Snapshot, Statistic, StatisticDiff, Trace, Traceback

tb = Traceback((("f.py", 3),))
print(Frame(("f.py", 3)), repr(Frame(("f.py", 3))), tb, repr(tb), repr(Traceback((("f.py", 3),), 5)))
for size in (0, 1, 99, 100, 1023, 1024, 10239, 10240, 102400, 1048576, 10485760, 5 << 30, 7 << 40):
    print(Statistic(tb, size, 1))
print(Statistic(tb, 100, 0), StatisticDiff(tb, 0, -5000, 0, -2), sep="\n")
print(repr(Statistic(tb, 5, 2)), repr(StatisticDiff(tb, 5, -3, 2, 1)), sep="\n")
t = Trace((0, 1033, (("f.py", 3),), 1))
print(t, repr(t), t.domain, t.size, t.traceback, sep="\n")
print(repr(Snapshot([(0, 1, (("f.py", 3),), 1)], 1).traces))
print(Frame(("a", 1)) < Frame(("a", 2)), Frame(("a", 1)) == Frame(("a", 1)), hash(Frame(("a", 1))) == hash(("a", 1)))
