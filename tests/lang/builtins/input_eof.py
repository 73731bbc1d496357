# input at the end of its stream, with a prompt on standard output, and of odd streams.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

import sys
try:
    input('prompt> ')
except EOFError as e:
    print('|', e)
class In:
    def __init__(self, *lines): self.lines = list(lines)
    def readline(self): return self.lines.pop(0)
    def fileno(self): raise OSError
sys.stdin = In('first\n', 'no newline', '\n', '', 5)
t(lambda: input(), lambda: input('p:'), lambda: input(), lambda: input(), lambda: input(), lambda: input(1, 2), lambda: input(prompt='x'))
del sys.stdin
t(lambda: input())
