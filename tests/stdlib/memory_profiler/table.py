# The table of a function: increments are exact, frees included.
import io

from memory_profiler import profile

out = io.StringIO()


@profile(stream=out, precision=4)
def f():
    a = bytes(1 << 20)
    b = bytes(2 << 20)
    del a
    return len(b)


f()
for line in out.getvalue().replace(__file__, "FILE").split("\n"):
    used = "MiB" in line  # what is in use depends on the interpreter
    print(line[:6] + (line[40:] if "@" in line else line[20:]) if used else line)
