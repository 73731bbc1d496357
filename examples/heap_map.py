"""heap.map, heap.blocks and heap.print_map: arenas, pools and blocks."""
import io

import heap


class Leaf:
    __slots__ = ("value",)


leaf = Leaf()
address, in_front = heap.address(leaf)
for arena in heap.map():
    assert len(arena["pools"]) == 64
for block in heap.blocks(address):
    if block["address"] == address - in_front:
        print(f"a block of {block['size']} bytes, {block['state']}, by a {block['owner']}")
for row in heap.classes():
    assert row["pools"] * row["capacity"] == row["used"] + row["free"]

out = io.StringIO()
heap.print_map(out)
print(out.getvalue().split("\n")[0])
