# ExitStack, suppress, closing, redirect_stdout, nullcontext.
from contextlib import *

class Manager:
    def __init__(self, n, swallow=False, fail=None): self.n, self.swallow, self.fail = n, swallow, fail
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, *details):
        print('exit', self.n, details[0] and details[0].__name__, details[1])
        if self.fail: raise self.fail
        return self.swallow

with ExitStack() as stack:
    print(stack.enter_context(Manager(1)))
    stack.callback(print, 'callback', sep='-')
    stack.push(lambda *details: print('pushed', details))
    stack.push(Manager(9))

for managers in ([Manager(1), Manager(2, True), Manager(3)], [Manager(1), Manager(2, fail=KeyError(2)), Manager(3, fail=OSError(3))]):
    try:
        with ExitStack() as stack:
            for m in managers: stack.enter_context(m)
            1 / 0
    except Exception as e:
        print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
try:
    with ExitStack() as stack: stack.enter_context(5)
except TypeError as e:
    print(e)
stack = ExitStack(); stack.callback(print, 'moved'); other = stack.pop_all(); stack.close(); print('closed'); other.close()

with suppress(ZeroDivisionError): 1 / 0
try:
    with suppress(KeyError): raise ExceptionGroup('g', [KeyError(1), ValueError(2)])
except ExceptionGroup as e:
    print(repr(e))
class Stream:
    text = ''
    def write(self, s): self.text += s
    def close(self): print('closed stream')
with closing(Stream()) as out, redirect_stdout(out): print('hidden')
print(repr(out.text), nullcontext(4).__enter__(), isinstance(Manager(1), AbstractContextManager), isinstance(5, AbstractContextManager))
