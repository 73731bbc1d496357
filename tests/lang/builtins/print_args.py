# print with sep, end, file and flush.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

import sys
class Out:
    def __init__(self): self.log = []
    def write(self, s): self.log.append(s)
    def flush(self): self.log.append('<flush>')
o = Out()
print(1, 'a', None, sep='-', end='!\n', file=o, flush=True)
print(o.log)
print(1, 2, sep=None, end=None)
print(*range(5), sep='')
print(sep='x')
t(lambda: print(1, sep=5), lambda: print(1, end=5), lambda: print(1, foo=2), lambda: print(1, file=5), lambda: print('x', file=None))
class NoFlush:
    def write(self, s): pass
class Bad:
    def __str__(self): raise ValueError('str')
class Fails:
    def write(self, s): raise OSError('full')
t(lambda: print(1, file=NoFlush(), flush=True), lambda: print(1, file=NoFlush()), lambda: print(Bad()), lambda: print(1, file=Fails()), lambda: print(file=Fails(), end=''))
out, sys.stdout = sys.stdout, o
print('to the object')
sys.stdout = None
print('to nobody')
sys.stdout = out
print(o.log[-2:])
del sys.stdout
try: print('x')
except RuntimeError as e: out.write(f'{e}\n')
sys.stdout = out
