import gc


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("finalized")


gc.collect()
gc.disable()
Node()
print(gc.isenabled(), gc.collect())
gc.set_debug(gc.DEBUG_SAVEALL)
Node()
print(gc.collect(), len(gc.garbage), gc.garbage[0].me is gc.garbage[0], gc.is_finalized(gc.garbage[0]))
gc.garbage.clear()
gc.set_debug(0)
events = []
gc.callbacks.append(lambda phase, info: events.append((phase, info)))
gc.collect(1)
gc.callbacks.clear()
print(events)
gc.collect()
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"), gc.is_tracked({}), gc.is_tracked(Node))
inner = []
outer = [inner]
print(any(r is outer for r in gc.get_referrers(inner)), gc.get_referents(outer) == [inner], gc.get_referents(1))
print(any(o is outer for o in gc.get_objects()))
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count())
gc.set_threshold(500)
print(gc.get_threshold()[0], [sorted(d) for d in gc.get_stats()][0])
for call in (lambda: gc.collect(3), lambda: gc.collect("x"), lambda: gc.get_objects(3), lambda: gc.get_objects("x"),
             lambda: gc.set_threshold(), lambda: gc.set_debug("x")):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
