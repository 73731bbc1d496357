# lines: blocks and bytes by line, frees on the line that frees and on the line that allocated.
import heap


def f():
    a = bytes(1000)
    b = [bytes(2000), bytes(3000)]
    del a
    b = None
    return 5


table = heap.lines(f)
first = f.__code__.co_firstlineno
rows = {i: table.line(first + i) for i in range(1, 7)}
print(table.result)
print(rows[1]["allocations"], rows[1]["allocated"] in range(1033, 1042), rows[1]["left"])
print(rows[2]["allocations"], rows[2]["allocated"] in range(5066, 5160), rows[2]["left"])
print(rows[3]["frees"], rows[3]["freed"] == rows[1]["allocated"], rows[3]["net"] == -rows[1]["allocated"])
print(rows[4]["frees"], rows[4]["freed"] == rows[2]["allocated"])
print(rows[6])  # behind the function
print("Filename: " + __file__ in str(table), str(table).count("\n") > 5)
