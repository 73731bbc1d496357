# The asynchronous halves of contextlib.
from contextlib import *

async def amain():
    @asynccontextmanager
    async def acm(x):
        print('a-enter',x)
        try: yield x
        finally: print('a-exit',x)
    async with acm(3) as v: print(v)
    try:
        async with acm(4): raise KeyError('k')
    except KeyError as e: print('got',e)
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(acm(6)))
        st.push_async_callback(acb, 1)
    async with nullcontext(3) as z: print(z)
async def acb(x): print('acb',x)
def run(c):
    try:
        while 1: c.send(None)
    except StopIteration as e: return e.value
run(amain())
