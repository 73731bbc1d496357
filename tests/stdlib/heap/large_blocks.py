# Blocks over 512 bytes are counted with the bytes that were asked for.
import heap

before = heap.ledger()["large blocks"]
big = bytes(100_000)
middle = heap.ledger()["large blocks"]
del big
after = heap.ledger()["large blocks"]
print(100_000 <= middle - before < 102_000, -1000 < after - before < 2000)
