# csv: line numbers, readers of generators, iterators that fail or call back, large fields
import csv
import io

r = csv.reader(['"a','b","c"', "d"])
print(r.line_num, next(r), r.line_num, next(r), r.line_num)
for action in lambda: next(r), lambda: setattr(r, "line_num", 5), lambda: type(r)([]), lambda: r.dialect.delimiter:
    try:
        print(action())
    except (StopIteration, AttributeError, TypeError) as e:
        print(type(e).__name__, e)


def failing():
    yield "a,b"
    raise KeyError("oops")


r = csv.reader(failing())
print(next(r))
try:
    next(r)
except KeyError as e:
    print(e)


class Back:
    n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 1:
            next(self.reader, None)
            return "a,b"
        raise StopIteration


b = Back()
b.reader = csv.reader(b)
try:
    print(next(b.reader))
except csv.Error as e:
    print(e)


class Sink:
    def write(self, text):
        print(repr(text))
        return len(text)


w = csv.writer(Sink())
print(w.writerow(["é", "\U0001f600,", 3]), w.writerows([[1], (), "ab"]))
try:
    w.writerows([[1], 5])
except csv.Error as e:
    print(e)
big = "x" * 100000 + '"' + "y" * 20000
f = io.StringIO()
csv.writer(f).writerow([big, big[::-1]])
print(next(csv.reader(io.StringIO(f.getvalue(), newline=""))) == [big, big[::-1]])
f = io.StringIO("a,b\r\n1,\"x\r\ny\"\r\n", newline="")
print(list(csv.reader(f)))
