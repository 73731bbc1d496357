"""The heap as it is: where the bytes are, where an object lies, and who keeps it alive.

    heap.ledger()       what resident memory consists of; the lines add up
    heap.pins()         which arenas could be given back, but for a few blocks
    heap.map()          every arena, pool and block; print_map shows them in the terminal
    heap.caches()       free lists, small ints, interned strings: occupancy, hits, misses
    heap.layout(x)      one object, word by word
    heap.explain(x, y)  what there is to say about an object, or about two
    heap.why(x)         its reference count, reference by reference, and a way to it from a root
    heap.graph(x)       what it refers to, and as what; graph_svg draws it
    heap.cycles()       a full collection, step by step
    heap.lines(f)       allocations and frees of each line; `ouro -m heap script.py` for a program
"""

from _heap import trim

from heap._cycles import Cycles, cycles
from heap._graphs import graph, graph_svg
from heap._lines import Lines, lines
from heap._one import address, explain, layout
from heap._sums import Ledger, blocks, caches, classes, ledger, locate, map, pins, print_map
from heap._why import Why, why

__all__ = ["ledger", "pins", "map", "print_map", "blocks", "caches", "classes", "locate", "layout", "explain", "address",
           "why", "graph", "graph_svg", "cycles", "lines", "trim", "Ledger", "Why", "Cycles", "Lines"]
