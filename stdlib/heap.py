"""The heap as it is: where the bytes are, where an object lies, and who keeps it alive.

    heap.ledger()       what resident memory consists of; the lines add up
    heap.print_map()    every pool of every arena
    heap.caches()       free lists, small ints, interned strings
    heap.layout(x)      the words of one object
    heap.explain(x)     what there is to say about one object
    heap.why(x)         its reference count, reference by reference
    heap.graph(x)       what it refers to; graph_svg draws it
    heap.cycles()       groups of objects that keep one another alive
    heap.lines()        the lines that most memory comes from, while tracemalloc traces
"""

import sys

import _heap
from _heap import trim

__all__ = ["ledger", "map", "print_map", "caches", "layout", "explain", "why", "graph", "graph_svg", "cycles", "lines",
           "classes", "locate", "address", "trim"]

_POOL_STATES = ("fresh", "free", "empty", "partial", "full")
_BLOCK_STATES = ("none", "free", "used", "cached")
_GC, _PREHEADER, _HEAP_TYPE, _VARSIZE = 1, 2, 8, 256
_IMMORTAL = 1 << 59


def _short(obj, width=40):
    """repr, cut to a width; never raises."""
    try:
        text = repr(obj)
    except Exception as error:
        text = f"<{type(obj).__name__} whose repr raises {type(error).__name__}>"
    return text if len(text) <= width else text[:width - 3] + "..."


def _name(obj):
    return f"{type(obj).__name__} at {id(obj):#x}"


# --- the whole heap ---


class Ledger(dict):
    """Bytes by what they are. The parts add up to `resident`."""

    PARTS = {
        "live": "in blocks that hold something",
        "rounding": "at the ends of pools, too small for a block",
        "pool slack": "free blocks in pools that are in use",
        "free lists": "dead blocks kept for the next object of their type",
        "empty pools": "pools without a block in use",
        "large blocks": "over 512 bytes, from the system",
        "other": "program, C library, tables; less what no page was touched of",
    }

    def __str__(self):
        rows = [f"{name:<14}{self[name]:>14,}  {text}" for name, text in self.PARTS.items()]
        return "\n".join([*rows, "-" * 28, f"{'resident':<14}{self['resident']:>14,}"])


def ledger():
    """What resident memory consists of, as a Ledger: a dict that prints as a table."""
    s = _heap.sums()
    parts = {
        "live": s["used_bytes"] - s["cached_bytes"],
        "rounding": s["quantisation_bytes"],
        "pool slack": s["available_bytes"] - s["empty_pool_bytes"],
        "free lists": s["cached_bytes"],
        "empty pools": s["empty_pool_bytes"] + s["free_pool_bytes"],
        "large blocks": s["large_bytes"],
    }
    parts["other"] = s["resident"] - sum(parts.values())
    parts["resident"] = s["resident"]
    return Ledger(parts)


def map():
    """A list of arenas: dicts with `address` and `pools`, which are dicts in turn."""
    keys = "state", "block_size", "capacity", "used", "serving"
    result = []
    for address, rows in _heap.arenas():
        pools = [dict(zip(keys, (_POOL_STATES[row[0]], *row[1:4], bool(row[4])))) for row in rows]
        result.append({"address": address, "pools": pools})
    return result


def classes():
    """A dict for each size class in use: block_size, capacity (blocks of a pool), pools, used and free blocks."""
    return [dict(zip(("block_size", "capacity", "pools", "used", "free"), row)) for row in _heap.sums()["classes"]]


def locate(address):
    """Where an address lies: arena, pool, block_size, block, start, state. None: in no arena."""
    found = _heap.locate(address)
    if found is None:
        return None
    arena, pool, size, block, start, state = found
    return {"arena": arena, "pool": pool, "block_size": size, "block": block, "start": start,
            "state": _BLOCK_STATES[state]}


def address(obj):
    """(address of the header, bytes of the block in front of it)"""
    return _heap.header(obj)[:2]


def _pool_sign(pool):
    if pool["state"] in ("fresh", "free", "empty"):
        return {"fresh": " ", "free": ".", "empty": "o"}[pool["state"]]
    return "#" if pool["state"] == "full" else str(pool["used"] * 10 // pool["capacity"])


def print_map(file=None):
    """A row for each arena, a sign for each of its 64 pools; then a row for each size class."""
    arenas = map()
    print("arena           pools: ' ' fresh  . free  o empty  0-9 tenths in use  # full", file=file)
    for arena in arenas:
        print(f"{arena['address']:#014x}  {''.join(_pool_sign(pool) for pool in arena['pools'])}", file=file)
    print("\n size  pools  blocks    used    free", file=file)
    for size, capacity, pools, used, available in _heap.sums()["classes"]:
        print(f"{size:5}{pools:7}{pools * capacity:8}{used:8}{available:8}", file=file)


def caches():
    """What is kept to be used again: {name: {...}} for each free list, and for small ints and interned strings."""
    result = {}
    for name, (size, count, limit, misses, spills) in _heap.freelists():
        result[name] = {"blocks": count, "limit": limit, "block_size": size, "bytes": count * size,
                        "found_empty": misses, "found_full": spills}
    low = high = 0
    while int(str(low - 1)) is int(str(low - 1)):
        low -= 1
    while int(str(high + 1)) is int(str(high + 1)):
        high += 1
    result["small ints"] = {"from": low, "to": high}
    result["interned strings"] = {"count": sys.getunicodeinternedsize()}
    return result


# --- one object ---


def _slots(cls):
    """The names of all slots of a class and its bases."""
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        names += (slots,) if isinstance(slots, str) else slots
    return names


def _parts(obj):
    """[(offset from the header, what stands there)] of the words whose meaning is known."""
    _, presize, size, item_size, flags, _ = _heap.header(obj)
    parts = {}
    if flags & _PREHEADER:
        parts[-32], parts[-24] = "weak references", "dict, or room for values"
    if flags & _GC and presize:
        parts[-16], parts[-8] = "collector: next", "collector: previous, flags"
    parts[0], parts[8] = "reference count", f"type: {type(obj).__name__}"
    fields = _heap.words(obj, size)[presize // 8:]
    for name in _slots(type(obj)):
        value = getattr(obj, name, None)
        if id(value) in fields:
            parts.setdefault(8 * fields.index(id(value)), f"slot {name} = {_short(value)}")
    for offset, name, value in _heap.inline_values(obj):
        parts[offset] = f"value {name} = {_short(value)}"
    return parts


def layout(obj, file=None):
    """Prints the words of obj: what stands in front of it, its header, its fields."""
    address, presize, size, item_size, flags, count = _heap.header(obj)
    total = sys.getsizeof(obj)
    parts = _parts(obj)
    print(f"{_name(obj)}: {total} bytes, {presize} of them in front", file=file)
    body = min(max(size, total - presize), 256)
    place = _heap.locate(address - presize)
    if place:  # not beyond the block
        body = min(body, place[4] + place[2] - address)
    elif count > _IMMORTAL:
        body = min(body, size)
    for i, word in enumerate(_heap.words(obj, body)):
        offset = 8 * i - presize
        print(f"{offset:+5}  {word:#018x}  {parts.get(offset, '')}".rstrip(), file=file)


def explain(obj):
    """A few lines about obj: its type, size, block and count."""
    address, presize, _, _, flags, count = _heap.header(obj)
    text = [f"{_short(obj)} is a {type(obj).__name__} at {address:#x}, {sys.getsizeof(obj)} bytes"]
    place = _heap.locate(address - presize)
    if count > _IMMORTAL:
        text.append("it is part of the interpreter: made before the program, never freed")
    elif place:
        arena, pool, size, block, start, _ = place
        text.append(f"its block of {size} bytes is number {block} of pool {pool} in arena {arena}")
    else:
        text.append("its block is larger than 512 bytes: it came from the system's malloc")
    if type(obj) is str:
        text.append("it is interned" if sys._is_interned(obj) else "it is not interned")
    if flags & _GC and presize:
        import gc
        text.append("the cycle collector looks at it" if gc.is_tracked(obj) else "the cycle collector does not look at it")
    if count < _IMMORTAL:
        count -= 2  # the parameter, and the argument of header
        text.append(f"{count} reference{'s' if count != 1 else ''} to it")
    return "\n".join(text)


# --- why is it alive? ---


def _global_of(holder):
    for name, module in list(sys.modules.items()):
        if getattr(module, "__dict__", None) is holder:
            return name
    return None


def _owner_of(namespace):
    """The object whose __dict__ it is, or None."""
    for holder, _ in _heap.holders(namespace):
        if type(holder).__dictoffset__ and holder.__dict__ is namespace:
            return holder
    return None


def _places(holder, obj):
    """Where in holder obj stands, as texts."""
    kind = type(holder)
    if isinstance(holder, dict):
        module, owner = _global_of(holder), _owner_of(holder)
        found = []
        for key, value in holder.items():
            if value is obj:
                found.append(f"global {key} of {module}" if module else f"attribute {key} of {_name(owner)}" if owner
                             else f"item {_short(key)} of {_name(holder)}")
            if key is obj:
                found.append(f"key of {_name(holder)}")
        return found
    if isinstance(holder, (list, tuple)):
        return [f"item {i} of {_name(holder)}" for i, item in enumerate(holder) if item is obj]
    found = [f"attribute {name} of {_name(holder)}" for _, name, value in _heap.inline_values(holder) if value is obj]
    if kind.__name__ == "cell":
        outer = [row for row in _heap.registers(holder) if row[0] > 1]  # neither this frame nor that of why
        names = [f"local {name} in {function}, line {line}" for _, function, name, line in outer if name]
        found = names[:1] or [f"closure {_name(holder)}"]
    if kind is obj:
        found.append(f"class of {_name(holder)}")
    return found + [f"slot {name} of {_name(holder)}" for name in _slots(kind) if getattr(holder, name, None) is obj]


class Why:
    """The references to an object. str() tells them; `count` is their number, `references` a list of texts."""

    def __init__(self, count, references):
        self.count = count
        self.references = references

    def __str__(self):
        return f"refcount {self.count} = " + " + ".join(self.references)

    __repr__ = __str__


def why(obj):
    """Who keeps obj alive: every reference to it, by name, the argument of this call included."""
    count = _heap.header(obj)[5] - 1  # without the argument of header
    if count > _IMMORTAL:
        return Why(count, ["the interpreter, for ever"])
    frames = [row for row in _heap.registers(obj) if row[0] > 0]  # not this one
    holders = _heap.holders(obj)
    references = []
    for depth, function, local, line in frames:
        what = "temporary" if local is None else f"local {local}"
        references.append(f"{what} in {function}, line {line}")
    for holder, times in holders:
        places = _places(holder, obj)[:times]
        references += places
        if len(places) < times:
            references += [f"{_name(holder)}"] * (times - len(places))
    references.append("argument")
    if (rest := count - len(references)) > 0:
        references += ["C code"] * rest
    return Why(count, references)


# --- graphs ---


def _children(obj):
    import gc
    return gc.get_referents(obj)


def graph(obj, depth=3, limit=60):
    """(nodes, edges): objects reachable from obj as {id: text}, and pairs of ids; at most `limit` nodes."""
    nodes, edges, level = {id(obj): _short(obj, 24)}, [], [obj]
    for _ in range(depth):
        below = []
        for parent in level:
            for child in _children(parent):
                if isinstance(child, type) or type(child).__name__ == "module":
                    continue
                if id(child) not in nodes:
                    if len(nodes) >= limit:
                        continue
                    nodes[id(child)] = _short(child, 24)
                    below.append(child)
                edges.append((id(parent), id(child)))
        level = below
    return nodes, edges


def _ranks(start, nodes, edges):
    """The ids in rows, by distance from the start."""
    rank, rows = {start: 0}, [[start]]
    while rows[-1]:
        row = []
        for parent in rows[-1]:
            for a, b in edges:
                if a == parent and b not in rank:
                    rank[b] = len(rows)
                    row.append(b)
        rows.append(row)
    return rows[:-1]


def graph_svg(obj, filename=None, depth=3, limit=60):
    """A drawing of graph(obj): the text of an SVG file, which is written to `filename` if that is given."""
    nodes, edges = graph(obj, depth, limit)
    rows = _ranks(id(obj), nodes, edges)
    place = {node: (20 + 190 * column, 20 + 80 * row)
             for row, line in enumerate(rows) for column, node in enumerate(line)}
    width, height = 20 + 190 * max(len(line) for line in rows), 80 * len(rows)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="monospace" font-size="11">',
           '<defs><marker id="a" markerWidth="8" markerHeight="8" refX="7" refY="3" orient="auto">'
           '<path d="M0,0 L7,3 L0,6 z"/></marker></defs>']
    for a, b in edges:
        (x1, y1), (x2, y2) = place[a], place[b]
        out.append(f'<line x1="{x1 + 85}" y1="{y1 + 30}" x2="{x2 + 85}" y2="{y2}" stroke="#555" marker-end="url(#a)"/>')
    for node, (x, y) in place.items():
        text = nodes[node].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        out.append(f'<rect x="{x}" y="{y}" width="170" height="30" rx="4" fill="#eef" stroke="#336"/>'
                   f'<text x="{x + 6}" y="{y + 19}">{text}</text>')
    svg = "\n".join([*out, "</svg>", ""])
    if filename is not None:
        with open(filename, "w", encoding="utf-8") as file:
            file.write(svg)
    return svg


def cycles(limit=None):
    """Groups of tracked objects that nothing outside refers to: what the next gc.collect() would free, as lists."""
    import gc
    enabled, flags = gc.isenabled(), gc.get_debug()
    before = len(gc.garbage)
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        found = gc.garbage[before:]
        del gc.garbage[before:]
    finally:
        gc.set_debug(flags)
        if enabled:
            gc.enable()
    ids = {id(obj): obj for obj in found}
    groups, seen = [], set()
    neighbours = {key: set() for key in ids}
    for key, obj in ids.items():
        for child in gc.get_referents(obj):
            if id(child) in ids:
                neighbours[key].add(id(child))
                neighbours[id(child)].add(key)
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
    return groups[:limit]


def lines(count=10):
    """Statistics of the lines that most memory in use comes from; needs tracemalloc.start()."""
    import tracemalloc
    return tracemalloc.take_snapshot().statistics("lineno")[:count]
