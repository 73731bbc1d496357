# The parts of the ledger add up to what is resident, at any moment.
import heap


def adds_up():
    ledger = heap.ledger()
    return sum(ledger[part] for part in ledger.PARTS) == ledger["resident"]


print(list(heap.ledger()) == [*heap.Ledger.PARTS, "resident"])
print(adds_up())
keep = [[i] for i in range(10000)]
print(adds_up())
del keep
print(adds_up())
big = bytearray(10_000_000)
print(adds_up(), heap.ledger()["large blocks"] >= 10_000_000)
print(str(heap.ledger()).count("\n"))
