import gc
import sys

import heap

ledger = heap.ledger()
print(list(ledger))
print(sum(ledger[part] for part in ledger.PARTS) == ledger["resident"])
print(all(row["pools"] * row["capacity"] == row["used"] + row["free"] for row in heap.classes()))
print(all(len(arena["pools"]) == 64 for arena in heap.map()))
small = heap.caches()["small ints"]
print({key: small[key] for key in ("from", "to")})


class Slotted:
    __slots__ = ("a",)


class Plain:
    pass


def count(text):
    return text.split(" at 0x")[0]


def holders():
    x = [1]
    box = [0, x]
    table = {"key": x}
    slotted = Slotted()
    slotted.a = x
    plain = Plain()
    plain.value = x
    why = heap.why(x)
    print(why.count == sys.getrefcount(x), len(why.references))
    print(sorted(count(text) for text in why.references))


holders()
print(heap.why(3).references)
gc.disable()
a, b = [], {}
a.append(a)
b["self"] = b
del a, b
print(sorted(len(group) for group in heap.cycles(collect=False)))
print(gc.collect())
obj = Slotted()
address, front = heap.address(obj)
place = heap.locate(address - front)  # None when every block comes from malloc
print(place is None or (place["state"], place["start"]) == ("used", address - front))
print(place is None or place["block_size"] == (sys.getsizeof(obj) + 7) // 8 * 8)
del obj
print(place is None or heap.locate(address - front)["state"] == "free")
nodes, edges = heap.graph([1, [2]])
print(sorted(nodes.values()), len(edges))
print(heap.graph_svg([1]).count("<rect"))
