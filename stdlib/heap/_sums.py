"""The whole heap: what its bytes are, and what is in each arena, pool and block."""

import sys

import _heap

_POOL_STATES = ("fresh", "free", "empty", "partial", "full")
_BLOCK_STATES = ("none", "free", "used", "cached")
_BUFFER = 1


class Ledger(dict):
    """Bytes by what they are. The parts add up to `resident`."""

    PARTS = {
        "live": "objects and buffers of up to 512 bytes",
        "rounding": "behind their ends, behind those of large blocks, and at the ends of pools",
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
        "live": s["used_bytes"] - s["cached_bytes"] - s["padding"],
        "rounding": s["padding"] + s["quantisation_bytes"] + s["large_bytes"] - s["large_wanted"],
        "pool slack": s["available_bytes"] - s["empty_pool_bytes"],
        "free lists": s["cached_bytes"],
        "empty pools": s["empty_pool_bytes"] + s["free_pool_bytes"],
        "large blocks": s["large_wanted"],
    }
    parts["other"] = s["resident"] - sum(parts.values())
    parts["resident"] = s["resident"]
    return Ledger(parts)


# --- arenas, pools, blocks ---


def _owner(cls, role):
    """How a block is called: by the class of its object, or of the object whose buffer it is."""
    return None if cls is None else f"{cls.__name__} buffer" if role == _BUFFER else cls.__name__


def _owners():
    """{address: (size, owner or None)} of every block in use."""
    return {address: (size, _owner(cls, role)) for (address, size, role), cls in _heap.owners()}


def map():
    """A list of arenas: dicts with `address` and `pools`, which are dicts in turn."""
    keys = "state", "block_size", "capacity", "used", "serving"
    result = []
    for address, rows in _heap.arenas():
        pools = [{"address": address + 4096 * i, **dict(zip(keys, (_POOL_STATES[row[0]], *row[1:4], bool(row[4]))))}
                 for i, row in enumerate(rows)]
        result.append({"address": address, "pools": pools})
    return result


def blocks(pool):
    """The blocks of a pool (one of map(), or any address in it): dicts of address, size, state and owner."""
    address = pool["address"] if isinstance(pool, dict) else pool & ~4095
    found = _heap.locate(address)
    if found is None or not found[2]:
        return []
    owners, size = _owners(), found[2]
    result = []
    for at in range(address, address + 4096 - size + 1, size):
        place = _heap.locate(at)
        result.append({"address": at, "size": size, "state": _BLOCK_STATES[place[5]],
                       "owner": owners[at][1] if at in owners else None})
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


def _count(names):
    """[(name, how often), ...], the most frequent first."""
    counts = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def pins(limit=None):
    """The arenas that stay for a few blocks, the fewest first: dicts of address, blocks, bytes and owners (by count)."""
    held = {}
    for address, (size, owner) in _owners().items():
        held.setdefault(address >> 18 << 18, []).append((size, owner or "unknown"))
    result = [{"address": address, "blocks": len(rows), "bytes": sum(size for size, _ in rows),
               "owners": dict(_count(owner for _, owner in rows))} for address, rows in held.items()]
    result.sort(key=lambda arena: arena["blocks"])
    return result[:limit]


# --- on the terminal ---

_GREEN, _YELLOW, _RED, _PLAIN = "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[0m"


def _pool_sign(pool):
    if pool["state"] in ("fresh", "free", "empty"):
        return {"fresh": " ", "free": ".", "empty": "o"}[pool["state"]]
    return "#" if pool["state"] == "full" else str(pool["used"] * 10 // pool["capacity"])


def _bar(used, total, colour, width=20):
    """As long as the part that is in use: green up to a half, yellow, red from nine tenths on."""
    full = (used * width + total - 1) // total
    bar = "#" * full + "." * (width - full)
    if not colour:
        return bar
    return (_GREEN if used * 2 <= total else _YELLOW if used * 10 < total * 9 else _RED) + bar + _PLAIN


def print_map(file=None, colour=None):
    """A sign for each of the 64 pools of each arena; then each size class, what is in use of it, and what lives there."""
    if colour is None:
        colour = (sys.stdout if file is None else file).isatty()
    arenas, owners = map(), {}
    for size, owner in _owners().values():
        owners.setdefault(size, []).append(owner or "unknown")
    print("arena           pools: ' ' fresh  . free  o empty  0-9 tenths in use  # full", file=file)
    for arena in arenas:
        print(f"{arena['address']:#014x}  {''.join(_pool_sign(pool) for pool in arena['pools'])}", file=file)
    print("\n size  pools                           blocks  what lives there", file=file)
    for row in classes():
        size, total = row["block_size"], row["pools"] * row["capacity"]
        names = ", ".join(name for name, _ in _count(owners.get(size, ()))[:3])
        print(f"{size:4}B {row['pools']:6}  {_bar(row['used'], total, colour)} {row['used']:6}/{total:<6} {names}".rstrip(),
              file=file)


# --- caches ---


def caches():
    """What is kept to be used again: {name: {...}} for each free list, and for small ints and interned strings.

    A miss of the small ints is an int that had to be made; one that took the place of its operand is neither."""
    keys = "block_size", "blocks", "limit", "hits", "misses", "spills"
    low, high, given = _heap.small_ints()
    result = {name: dict(zip(keys, row)) for name, row in _heap.freelists()}
    for row in result.values():
        row["bytes"] = row["blocks"] * row["block_size"]
    result["small ints"] = {"from": low, "to": high, "count": high - low + 1, "hits": given,
                            "misses": result["int"]["hits"] + result["int"]["misses"]}
    result["interned strings"] = dict(zip(("count", "slots", "hits", "misses"), _heap.interning()))
    return result
