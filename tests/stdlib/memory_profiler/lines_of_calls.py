# What a called function keeps is the calling line's; several functions have a table each.
import io

from memory_profiler import LineProfiler, show_results

prof = LineProfiler()


def helper():
    return bytes(1 << 20)


@prof
def first():
    x = helper()
    return x


@prof
def second():
    pass


first()
second()
out = io.StringIO()
show_results(prof, out, precision=2)
print(out.getvalue().count("Filename"))
print([line[20:].strip() for line in out.getvalue().split("\n") if "helper()" in line])
