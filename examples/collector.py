"""gc: thresholds, generations, callbacks, and what the collector has found."""
import gc

gc.collect()
gc.disable()
print("thresholds:", gc.get_threshold(), "enabled:", gc.isenabled())

log = []
gc.callbacks.append(lambda phase, info: log.append((phase, info["generation"], info["collected"])))
ring = [[] for _ in range(3)]
for i in range(3):
    ring[i].append(ring[i - 1])
print("tracked:", gc.is_tracked(ring), "an int is not:", gc.is_tracked(3))
assert ring in gc.get_referrers(ring[0]) and ring[2] in gc.get_referents(ring[0])
del ring, i
print("unreachable:", gc.collect())
gc.callbacks.clear()
print("callbacks heard:", log)
assert log == [("start", 2, 0), ("stop", 2, 3)]

gc.freeze()
print("frozen objects are never looked at:", gc.get_freeze_count() > 0)
gc.unfreeze()
gc.enable()
