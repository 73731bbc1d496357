"""heap.lines: blocks that each line asks for and frees. (For a whole script: ouro -m heap script.py)"""
import heap


def work():
    numbers = [float(i) for i in range(100)]
    text = bytes(10_000)
    del numbers
    return text


table = heap.lines(work)
first = work.__code__.co_firstlineno
for number in range(first + 1, first + 5):
    row = table.line(number)
    if row:
        print(f"line {number - first}: {row['allocations']} blocks asked for, {row['frees']} freed, {row['left']} left")
assert table.line(first + 3)["frees"] >= 101
assert table.line(first + 2)["left"] == 1
