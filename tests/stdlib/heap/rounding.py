# Rounding is known to the byte: seven bytes behind each str of 41 + 8n bytes, none behind one of 40 + 8n.
import heap

many = 2000
before = heap.ledger()["rounding"]
exact = ["%07d" % i for i in range(many)]  # 40 + 8 bytes
middle = heap.ledger()["rounding"]
loose = ["%08d" % i for i in range(many)]  # 40 + 9 bytes
after = heap.ledger()["rounding"]
pools = not heap.map()  # every block comes from malloc, which rounds as it likes
print(pools or abs(middle - before) < 1500, pools or abs(after - middle - 7 * many) < 1500)
