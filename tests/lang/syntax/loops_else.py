# for and while: else, break, continue, targets, nested jumps through try and with.
for x in []: pass
else: print("else", "x" in globals())
for x in range(5):
    if x == 3: break
    if x % 2: continue
    print(x)
else: print("no")
n = 3
while n:
    n -= 1
    if n == 1: continue
else: print("while else", n)
while True:
    try:
        try: break
        finally: print("finally 1")
    finally: print("finally 2")
for i in range(3):
    try: continue
    finally:
        if i == 1: break
print(i)
class A: pass
d = {}
for A.x, (d["k"], *d["r"]) in [(1, "abc"), (2, "de")]: print(A.x, d)
for i in range(2):
    for j in range(3):
        if j == 1: break
    else: print("never")
    print(i, j)
else: print("done")
def f():
    for x in iter([1, 2]):
        while x: return x
print(f())
for bad in 1, None, type("I", (), {"__iter__": lambda s: 1})():
    try:
        for _ in bad: pass
    except TypeError as e: print(e)
