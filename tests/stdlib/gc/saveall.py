# DEBUG_SAVEALL keeps garbage in gc.garbage instead of freeing it.
import gc

gc.collect()
gc.disable()
gc.set_debug(gc.DEBUG_SAVEALL)
a = ["kept"]
a.append(a)
ident = id(a)
del a
print(gc.collect(), len(gc.garbage), gc.garbage[0][0], id(gc.garbage[0]) == ident)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())
