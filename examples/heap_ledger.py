"""heap.ledger: what resident memory consists of; and heap.pins: why an arena stays."""
import heap

ledger = heap.ledger()
print("parts:", ", ".join(heap.Ledger.PARTS))
assert sum(ledger[part] for part in heap.Ledger.PARTS) == ledger["resident"]
print("they add up to what the system counts")

many = [[i] for i in range(20000)]
full = heap.ledger()
one = many[10000]
del many
left = heap.ledger()
assert left["live"] < full["live"]
print("after the del: live memory fell; free blocks wait in", "pools" if heap.map() else "malloc")
for arena in heap.pins(1):
    print("what still holds an arena is counted by owner")
    assert sum(arena["owners"].values()) == arena["blocks"]
