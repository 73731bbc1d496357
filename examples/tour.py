"""A guided tour through memory: runs the examples one after the other, with a few words before each.

    ouro examples/tour.py             all of them
    ouro examples/tour.py slots gc    those whose file or title has one of the words
"""
import sys

FOLDER = __file__.rpartition("/")[0] or "."

STOPS = [
    ("layers", "Three layers", "Objects come from free lists, pools or malloc, depending on type and size."),
    ("reference_counts", "Reference counts", "Each object knows how many references there are to it."),
    ("small_ints", "Small ints", "The most common numbers are made once."),
    ("interning", "Interned strings", "Names are made once, too."),
    ("free_lists", "Free lists", "Blocks of common types wait for the next object."),
    ("trace_allocations", "tracemalloc", "Which line asked for the memory?"),
    ("profile_lines", "memory_profiler", "What does each line of a function take?"),
    ("slots", "__slots__", "Objects without a dict are small."),
    ("generators", "Generators", "Values one at a time."),
    ("strings", "Building strings", "One join instead of many additions."),
    ("reuse", "Using a buffer again", "clear() keeps the list."),
    ("sys_memory", "sys", "Counts, sizes, interning, blocks."),
    ("heap_map", "heap.map", "Arenas, pools, blocks, and who lives there."),
    ("heap_ledger", "heap.ledger", "What the memory of the process consists of."),
    ("heap_layout", "heap.layout", "An object, word by word."),
    ("heap_explain", "heap.explain", "One object or two, and why."),
    ("heap_why", "heap.why", "Who keeps this object alive?"),
    ("heap_graph", "heap.graph", "What refers to what."),
    ("heap_lines", "heap.lines", "Blocks by line: asked for, freed, left."),
    ("weak_references", "weakref", "References that do not keep alive."),
    ("cycles", "Reference cycles", "What counts cannot free, the collector does (gc)."),
    ("heap_cycles", "heap.cycles", "The collector, step by step."),
    ("collector", "gc", "Thresholds, generations, callbacks."),
    ("caching", "Caches with a limit", "A cache that only grows is a leak."),
    ("context_managers", "Context managers", "Giving back is not left to chance."),
    ("arrays", "Arrays", "Numbers without objects."),
    ("lazy", "Lazy loading", "Not before it is needed."),
]


def wanted(name, title):
    return len(sys.argv) < 2 or any(word.lower() in f"{name} {title}".lower() for word in sys.argv[1:])


def run(name):
    path = f"{FOLDER}/{name}.py"
    with open(path, encoding="utf-8") as file:
        code = compile(file.read(), path, "exec")
    exec(code, {"__name__": "__main__", "__file__": path})


stops = [stop for stop in STOPS if wanted(*stop[:2])]
for number, (name, title, text) in enumerate(stops, 1):
    print(f"--- {number} of {len(stops)}: {title} ({name}.py)\n{text}\n")
    run(name)
    print()
print("The end. Each of these files runs by itself, too.")
