# gc.callbacks hear of each collection, with a dict of what it found.
import gc

gc.collect()
gc.disable()
log = []


def hear(phase, info):
    log.append((phase, {key: info[key] for key in ("generation", "collected", "uncollectable")}))


gc.callbacks.append(hear)
a = []
a.append(a)
del a
gc.collect()
gc.collect(0)
gc.callbacks.remove(hear)
gc.collect()
for entry in log:
    print(*entry)
print(gc.callbacks)
