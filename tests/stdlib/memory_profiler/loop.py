# Increments in a loop are added up, and what is freed is taken off.
import io

from memory_profiler import profile

out = io.StringIO()


@profile(stream=out)
def f():
    keep = []
    for i in range(4):
        keep.append(bytes(1 << 20))
    for i in range(4):
        keep.pop()


f()
for line in out.getvalue().split("\n")[4:]:
    if "MiB" in line and "@profile" not in line:
        print(line[20:].rstrip())
