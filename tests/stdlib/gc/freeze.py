# freeze puts all objects out of reach, unfreeze takes them back.
import gc

gc.collect()
gc.disable()
print(gc.get_freeze_count())
cycle = []
cycle.append(cycle)
gc.freeze()
print(gc.get_freeze_count() > 0)
del cycle
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect() >= 1)
