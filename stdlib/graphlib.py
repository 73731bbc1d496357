"""An order in which each node of a graph stands behind those it needs.

For each node it is counted how many of those it needs are not done. A node whose count is 0 is ready; who has worked on
it says done(), which may make others ready.
"""
from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']

_PASSED_OUT, _DONE = -1, -2  # in place of the count


class CycleError(ValueError):
    """Nodes need each other. args[1] is the cycle as a list, its first node again at the end; each node is needed by
    the next."""


class TopologicalSorter:
    """Sorts the nodes of a graph: {node: what it needs}. static_order() gives the whole order; prepare(), get_ready()
    and done() let nodes be worked on side by side."""

    def __init__(self, graph=None):
        self._missing = {}  # node: how many nodes it waits for
        self._needed_by = {}
        self._ready = None  # a list from prepare() on
        self._out = self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    __class_getitem__ = classmethod(GenericAlias)

    def add(self, node, *predecessors):
        """Adds a node that needs others; what it was said to need before, it still does."""
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        for each in node, *predecessors:
            if each not in self._missing:
                self._missing[each] = 0
                self._needed_by[each] = []
        self._missing[node] += len(predecessors)
        for each in predecessors:
            self._needed_by[each].append(node)

    def prepare(self):
        """Ends adding, and looks for cycles. Nodes that are in none, and need none in one, can be had nevertheless."""
        if self._out:
            raise ValueError('cannot prepare() after starting sort')
        if self._ready is None:
            self._ready = [node for node, count in self._missing.items() if count == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def _find_cycle(self):
        """A cycle of nodes, the first one at the end again, or None."""
        seen = set()
        for start in self._needed_by:
            if start in seen:
                continue
            way, places, branches = [start], {start: 0}, [iter(self._needed_by[start])]
            seen.add(start)
            while branches:
                node = next(branches[-1], branches)
                if node is branches:  # nothing is left here
                    branches.pop()
                    del places[way.pop()]
                elif node in places:
                    return [*way[places[node]:], node]
                elif node not in seen:
                    seen.add(node)
                    places[node] = len(way)
                    way.append(node)
                    branches.append(iter(self._needed_by[node]))
        return None

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')

    def get_ready(self):
        """The nodes that can be worked on now, each only once."""
        self._check_prepared()
        ready, self._ready = tuple(self._ready), []
        for node in ready:
            self._missing[node] = _PASSED_OUT
        self._out += len(ready)
        return ready

    def is_active(self):
        """Is there anything to be had, now or once something is done?"""
        self._check_prepared()
        return self._finished < self._out or bool(self._ready)

    __bool__ = is_active

    def done(self, *nodes):
        """Says that nodes from get_ready() have been worked on."""
        self._check_prepared()
        for node in nodes:
            if node not in self._missing:
                raise ValueError(f'node {node!r} was not added using add()')
            if self._missing[node] >= 0:
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if self._missing[node] == _DONE:
                raise ValueError(f'node {node!r} was already marked done')
            self._missing[node] = _DONE
            self._finished += 1
            for waiting in self._needed_by[node]:
                self._missing[waiting] -= 1
                if self._missing[waiting] == 0:
                    self._ready.append(waiting)

    def static_order(self):
        """All nodes, each behind those it needs."""
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)
