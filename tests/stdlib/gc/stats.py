# get_stats: a dict for each generation.
import gc

gc.collect()
gc.disable()
before = gc.get_stats()
print(len(before), sorted(before[2])[:3])
a = []
a.append(a)
b = {}
b["b"] = b
del a, b
gc.collect()
gc.collect(0)
after = gc.get_stats()
print(after[2]["collections"] - before[2]["collections"], after[2]["collected"] - before[2]["collected"])
print(after[0]["collections"] - before[0]["collections"], after[2]["uncollectable"])
