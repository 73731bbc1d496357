"""A full collection, step by step."""

import _heap
import _weakref

from heap._names import name, short


class Garbage:
    """An object that only objects of its own group keep alive, as it was found.

        address, type, text    where it was, the name of its class, how it is called
        count, outside         its reference count, and what is left of it without the references from tracked objects
        weakrefs               weak references to it, which the collection empties
        finalizer              True: it has one, which has not run yet
        freed                  True, or False when it is still there; None: nothing was collected
        object                 the object itself, when nothing was collected; else None"""

    __slots__ = "address", "type", "text", "count", "outside", "weakrefs", "finalizer", "freed", "object"

    def __init__(self, obj, count, outside, finalizer):
        text = short(obj)
        self.address, self.type = id(obj), type(obj).__name__
        self.text = text if "0x" in text else f"{text} at {id(obj):#x}"
        self.count, self.outside, self.finalizer = count, outside, bool(finalizer)
        self.weakrefs = _weakref.getweakrefcount(obj)
        self.freed = None
        self.object = obj

    def __repr__(self):
        return f"<{self.type}: count {self.count}, {self.outside} from outside>"


def _numbered(n, word):
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


class Cycles(list):
    """Groups (lists) of Garbage: objects that referred to each other, and to which nothing else did.

        candidates, reachable    how many objects the collector looked at, and how many of them are not garbage
        collected                the number that gc.collect() returns; None: nothing was collected
        blocks, bytes            by how much less of the heap is in use since then
        finalizers               the Garbage with a finalizer to run
        freed, kept              the Garbage that is gone, and that which is still there

    str() tells the steps."""

    def __init__(self, groups, candidates, reachable):
        super().__init__(groups)
        self.candidates = candidates
        self.reachable = reachable
        self.collected = self.blocks = self.bytes = None

    def _all(self):
        return [garbage for group in self for garbage in group]

    @property
    def finalizers(self):
        return [garbage for garbage in self._all() if garbage.finalizer]

    @property
    def freed(self):
        return [garbage for garbage in self._all() if garbage.freed]

    @property
    def kept(self):
        return [garbage for garbage in self._all() if not garbage.freed]

    def _end(self):
        """The last two steps, as lines."""
        finalizers = ", ".join(garbage.text for garbage in self.finalizers) or "none"
        if self.collected is None:
            return [f"5. finalizers to run: {finalizers}", "6. nothing is freed: this was only a look"]
        lines = [f"5. finalizers that ran: {finalizers}",
                 f"6. {_numbered(len(self.freed), 'object')} freed: {_numbered(self.blocks, 'block')} and "
                 f"{_numbered(self.bytes, 'byte')} are no longer in use"]
        if self.kept:
            lines.append(f"   still there: {', '.join(garbage.text for garbage in self.kept)}")
        return lines

    def __str__(self):
        garbage = self._all()
        text = [f"1. {self.candidates} objects are tracked: each has a copy of its reference count",
                "2. references among them are taken off: what is left comes from outside",
                f"3. {self.reachable} have references from outside, or are reached from those that do; {len(garbage)} are not"]
        for i, group in enumerate(self, 1):
            text.append(f"   group {i}:")
            text += [f"      {g.text}: count {g.count}, {g.count - g.outside} from inside, {g.outside} from outside"
                     for g in group]
        text.append(f"4. weak references to them, emptied: {sum(g.weakrefs for g in garbage)}")
        return "\n".join(text + self._end())


def _groups(garbage):
    """In lists: those that refer to each other, directly or not; the largest first."""
    ids = {one.address: one for one in garbage}
    neighbours = {key: set() for key in ids}
    for key, one in ids.items():
        for child in _heap.children(one.object):
            if id(child) in ids:
                neighbours[key].add(id(child))
                neighbours[id(child)].add(key)
    groups, seen = [], set()
    for key in ids:
        if key in seen:
            continue
        group, todo = [], [key]
        seen.add(key)
        while todo:
            at = todo.pop()
            group.append(ids[at])
            todo += neighbours[at] - seen
            seen |= neighbours[at]
        groups.append(group)
    groups.sort(key=len, reverse=True)
    return groups


def _look():
    candidates = _heap.candidates()
    garbage = [Garbage(obj, count, outside, finalizer)
               for obj, (count, outside, reachable, finalizer) in candidates if not reachable]
    return Cycles(_groups(garbage), len(candidates), len(candidates) - len(garbage))


def cycles(collect=True):
    """Goes through a full collection step by step and tells of each: see Cycles. With collect=False it only looks:
    nothing is freed, no finalizer runs, and each Garbage has its object."""
    found = _look()
    if collect:
        everything = found._all()
        for garbage in everything:
            garbage.object = None
        (found.collected, found.blocks, found.bytes), fates = _heap.collect([garbage.address for garbage in everything])
        for garbage, freed in zip(everything, fates):
            garbage.freed = freed
    return found
