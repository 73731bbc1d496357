# get_count counts new containers in the first number.
import gc

gc.disable()
gc.collect()
before = gc.get_count()
keep = [[] for _ in range(100)]
after = gc.get_count()
print(len(after), after[0] - before[0] >= 100)
