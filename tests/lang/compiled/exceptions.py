# exceptions that are raised, pass and are caught in compiled code, with their lines
import traceback
def inner(i):
    if i % 50 == 49:
        raise ValueError(i)
    return i
def outer(n):
    caught = 0
    for i in range(n):
        try:
            inner(i)
        except ValueError as e:
            caught += e.args[0]
        finally:
            caught += 1
    return caught
print(outer(1000))
def fails(values):
    total = 0
    for v in values:
        total += 10 // v
    return total
print(fails([1, 2, 5] * 300))
try:
    fails([1] * 500 + [0])
except ZeroDivisionError as e:
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)], e)
    frame = e.__traceback__.tb_next.tb_frame
    print(frame.f_lineno, frame.f_locals['v'], frame.f_locals['total'])
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
for i in range(50): deep(20)
try: deep(10**6)
except RecursionError as e: print(e, len(traceback.extract_tb(e.__traceback__)) > 900)
def unbound(n):
    for i in range(n):
        if i == 700: del x
        elif i < 700: x = i
        x
try: unbound(900)
except UnboundLocalError as e: print(e)
class Manager:
    def __enter__(self): return self
    def __exit__(self, *e): return e[0] is KeyError
def managed(n):
    done = 0
    for i in range(n):
        with Manager():
            {}[i]
        done += 1
    return done
print(managed(600))
