# A coroutine has its table when it is over.
import io

from memory_profiler import profile

out = io.StringIO()


class Wait:
    def __await__(self):
        yield


@profile(stream=out)
async def work():
    a = bytes(1 << 20)
    await Wait()
    del a
    return "result"


task = work()
task.send(None)
other = bytes(7 << 20)
try:
    task.send(None)
except StopIteration as stop:
    print(stop.value)
for line in out.getvalue().split("\n")[4:]:
    if "MiB" in line and "@profile" not in line:
        print(line[20:].rstrip())
