# The map for the terminal: a line for each arena, one for each class; colours only where they are wanted.
import io

import heap

out = io.StringIO()
heap.print_map(out)
text = out.getvalue()
lines = text.split("\n")
print(lines[0].startswith("arena"), "\x1b" in text)
print(sum(line.startswith("0x") for line in lines) <= len(heap.map()))
print(sum("B " in line[:6] for line in lines) <= len(heap.classes()))
out = io.StringIO()
heap.print_map(out, colour=True)
print("\x1b[" in out.getvalue() or not heap.classes())
