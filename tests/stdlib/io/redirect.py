# print(file=), a StringIO as sys.stdout and sys.stderr, a class with write alone, input() from a StringIO.
import io, sys, contextlib
s = io.StringIO(); print('a', 1, sep='-', end='!\n', file=s, flush=True); print(repr(s.getvalue()))
with contextlib.redirect_stdout(s): print('inside'); sys.stdout.write('too\n')
print(repr(s.getvalue()))
old, sys.stderr = sys.stderr, io.StringIO()
print('err', file=sys.stderr); text, sys.stderr = sys.stderr.getvalue(), old; print(repr(text))
class W:
    def __init__(self): self.parts = []
    def write(self, x): self.parts.append(x)
w = W(); print('x', 2, file=w); print(w.parts)
old, sys.stdin = sys.stdin, io.StringIO('line one\nline two')
print(repr(input('? ')), repr(input()))
try: input()
except EOFError as e: print('EOFError', e)
sys.stdin = old
try: print('x', file=3)
except AttributeError as e: print(e)
try: print('x', file=io.BytesIO())
except TypeError as e: print(e)
