# pins: the arenas in use, those with the fewest blocks first, and what these are.
import heap

rows = heap.pins()
print(rows == sorted(rows, key=lambda row: row["blocks"]))
print(all(sum(row["owners"].values()) == row["blocks"] for row in rows))
print(all(row["blocks"] * 8 <= row["bytes"] <= 1 << 18 for row in rows))
print(len(heap.pins(1)) <= 1)
