# What with and async with say about an object that lacks their methods
class A:
    def __enter__(s): pass
    def __exit__(s,*a): pass
class B:
    async def __aenter__(s): pass
    async def __aexit__(s,*a): pass
class C:
    def __enter__(s): pass
class D:
    def __exit__(s,*a): pass
class E:
    async def __aenter__(s): pass
class F:
    async def __aexit__(s,*a): pass
class G(C,E): pass
class H(D,F): pass
for x in A,B,C,D,E,F,G,H,int:
    try:
        with x(): pass
    except TypeError as e: print(x.__name__, e)
    async def f():
        async with x(): pass
    try: f().send(None)
    except TypeError as e: print(x.__name__, e)
    except StopIteration: pass
class I:
    @property
    def __enter__(s): raise ValueError
try:
    with I(): pass
except Exception as e: print(repr(e))
class N: __enter__=None; __exit__=None
try:
    with N(): pass
except Exception as e: print(repr(e))
