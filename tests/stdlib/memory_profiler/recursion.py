# A function that calls itself has one table, after the outermost call.
import io

from memory_profiler import profile

out = io.StringIO()


@profile(stream=out)
def f(n):
    if n == 0:
        return bytes(1 << 20)
    return f(n - 1)


f(3)
print(out.getvalue().count("Filename"))
print([line.split()[5] for line in out.getvalue().split("\n") if "MiB" in line])
