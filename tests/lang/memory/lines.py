# Increments of memory_profiler: exact bytes, in loops, calls, generators, and when an exception ends the function.
from memory_profiler import LineProfiler, memory_usage, profile

prof = LineProfiler()


def helper():
    return [0] * 1000000


@prof
def work(n):
    kept = []
    for i in range(n):
        kept.append([i] * 1000)
    big = helper()
    del big
    while n:
        n -= 1
    return kept


@prof
def numbers(n):
    for i in range(n):
        yield [i] * 100000


@prof
def fails():
    data = [0] * 100000
    raise KeyError(len(data))


work(3)
others = []
for item in numbers(3):
    others.append(bytearray(1000000))
try:
    fails()
except KeyError as error:
    print(error)
for filename, lines in prof.code_map.items():
    first = lines[0][0]
    print([(number - first, round(m[0], 1), m[2]) if m else None for number, m in lines[1:]])


class Stream:
    text = ""

    def write(self, text):
        self.text += text


stream = Stream()


@profile(stream=stream, precision=2)
def shown():
    return 1


shown()
print(stream.text.splitlines()[2:4], stream.text.endswith("return 1\n\n\n"), shown.__name__)
print(memory_usage((len, ([1, 2],)), retval=True)[1], len(memory_usage()), memory_usage(max_usage=True) > 1)
