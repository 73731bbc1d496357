# The interpreter's own reports: -X showalloccount, sys._debugmallocstats, OUROMALLOC and OUROMALLOCSTATS, in exact figures.
import os
import re
import subprocess
import sys


def run(code, *options, **environment):
    return subprocess.run([sys.executable, *options, "-c", code], capture_output=True, text=True,
                          env={**os.environ, **environment})


counts = run("""
class Marker: pass
for i in range(4): Marker()
kept = [Marker() for i in range(3)]
""", "-X", "showalloccount").stderr
print([line for line in counts.splitlines() if line.startswith("Marker")])


def numbers(line):
    return [int(word.replace(",", "")) for word in re.findall(r"[\d,]+", line)]


report = run("import sys; kept = [bytes(300) for i in range(50)]; sys._debugmallocstats()").stderr.splitlines()
print(report[0])
print(report[2].split())
table = [numbers(line) for line in report[4:report.index("", 4)]]
print(all(size == 8 * (number + 1) and used + free == pools * (4096 // size)
          for number, size, pools, used, free in table))
print(not table or [used >= 50 for _, size, _, used, _ in table if size == 336] == [True])
arenas = [numbers(line)[-1] for line in report if line.startswith("# arenas")]
total, reclaimed, highwater, current = arenas
print(total - reclaimed == current <= highwater)
heap_total = next(numbers(line)[-1] for line in report if line.startswith("Total"))
print(heap_total == current * 256 * 1024)
lists = [numbers(line) for line in report if re.search(r"free .*Py.*Object", line)]
print(len(lists) > 10, all(row[0] * row[-2] == row[-1] for row in lists))

print(run("pass", OUROMALLOCSTATS="1").stderr.startswith("Small block threshold = 512, in 64 size classes.\n"))
for mode in "malloc", "debug":
    print(mode, run("import heap; print(len(heap.map()), heap.caches()['float']['blocks'])", OUROMALLOC=mode).stdout.strip())
wrong = run("pass", OUROMALLOC="wrong")
print(wrong.returncode, wrong.stderr.strip())
census = run("pass", HEAP_CENSUS="1")
print(census.returncode, census.stderr.strip())
