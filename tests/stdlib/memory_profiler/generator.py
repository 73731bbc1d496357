# A generator has its table; what happens while it waits is not its.
import io

from memory_profiler import profile

out = io.StringIO()


@profile(stream=out)
def gen():
    a = bytes(1 << 20)
    yield 1
    b = bytes(2 << 20)
    yield 2


others = [bytes(5 << 20) for _ in gen()]
for line in out.getvalue().split("\n")[4:]:
    if "MiB" in line and "@profile" not in line:
        print(line[20:].rstrip())
