# In each size class: pools * capacity = used + free; the capacity is what fits into 4096 bytes.
import heap

rows = heap.classes()
print(all(row["pools"] * row["capacity"] == row["used"] + row["free"] for row in rows))
print(all(row["capacity"] == 4096 // row["block_size"] for row in rows))
print(all(row["block_size"] % 8 == 0 and row["block_size"] <= 512 for row in rows))
print(len({row["block_size"] for row in rows}) == len(rows) <= 64)
