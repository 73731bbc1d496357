# TimeStamper notes each call: name, MiB and time before and after.
import io

from memory_profiler import TimeStamper

profile = TimeStamper()


@profile
def f():
    return bytes(1 << 20)


@profile
def g():
    pass


keep = f()
g()
out = io.StringIO()
profile.show_results(out)
rows = [line.split() for line in out.getvalue().split("\n") if line]
print([row[:2] for row in rows], round(float(rows[0][4]) - float(rows[0][2])), len(rows[0]))
