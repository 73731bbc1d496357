# with statements met often: managers written in Python, what their __exit__ returns, where they raise.
import sys

class Manager:
    def __init__(self, log, swallow=False): self.log, self.swallow = log, swallow
    def __enter__(self): self.log.append('enter'); return self
    def __exit__(self, kind, value, traceback):
        self.log.append(kind.__name__ if kind else 'exit')
        return self.swallow

class Fails(Manager):
    def __enter__(self): raise KeyError('enter')

class FailsAtExit(Manager):
    def __exit__(self, *details): raise KeyError('exit', len(details))

def run(manager):
    try:
        with manager as m: m.log.append(m is manager)
    except Exception as e: return repr(e), manager.log[-2:]
    return manager.log[-3:]

def leave_early(log):
    for i in range(5):
        with Manager(log):
            if i == 1: continue
            if i == 3: return i

def swallowed(log):
    with Manager(log, True):
        raise ValueError(1)
    return log

for _ in range(30):
    results = run(Manager([])), run(Fails([])), run(FailsAtExit([])), leave_early([]), swallowed([])
for r in results: print(r)
def nested(log):
    with Manager(log) as a, Manager(log) as b:
        log.append(sys.getrefcount(a) - sys.getrefcount(b))
    return log
print([nested([]) for _ in range(20)][-1])
def deep(n):
    with Manager([]): return deep(n + 1)
try: deep(0)
except RecursionError as e: print(e)
m = Manager([])
with m: pass
print(sys.getrefcount(m), m.log)
class Odd:
    __enter__ = lambda self: 'odd'
    __exit__ = staticmethod(lambda *a: print(len(a)))
for _ in range(3):
    with Odd() as x: print(x)
