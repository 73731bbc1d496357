# Occurrences of lines that wait: `yield from` once, each iteration of a loop once.
import io

from memory_profiler import profile

out = io.StringIO()


@profile(stream=out)
def g():
    yield from range(3)
    for i in range(2):
        yield i
    for i in range(2): yield i


print(list(g()))
for line in out.getvalue().split("\n")[4:]:
    if "MiB" in line and "@profile" not in line:
        print(line[20:].rstrip())
