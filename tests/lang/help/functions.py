# help() of functions: signature, docstring or the comments above, methods bound and unbound.
def full(a, /, b=1, *args, c, d: int = 2, **kw) -> str:
    """Does it.

    In two paragraphs.
        Indented.
    """

# There is no docstring here,
# but a comment.
def commented(): pass

def bare(): return 1
async def waits(x=[1, {'a': 'b'}]): "Waits."
def stream(*, flag=None): yield flag

class C:
    def method(self, x=()): "A method."
    @classmethod
    def of_class(cls, y): "A class method."
    @staticmethod
    def static(z): "A static method."

for f in (full, commented, bare, waits, stream, C.method, C().method, C.of_class, C.static, lambda a, *b: a):
    help(f)
