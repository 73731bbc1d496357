# OSError: errno chooses the subclass; the fields; what str() shows
numbers = dict(EAGAIN=11, EALREADY=114, EINPROGRESS=115, ECHILD=10, EPIPE=32, ESHUTDOWN=108, ECONNABORTED=103,
               ECONNREFUSED=111, ECONNRESET=104, EEXIST=17, ENOENT=2, EINTR=4, EISDIR=21, ENOTDIR=20,
               EACCES=13, EPERM=1, ESRCH=3, ETIMEDOUT=110, EINVAL=22, EWOULDBLOCK=11)
for name, number in numbers.items():
    e = OSError(number, "text")
    print(name, type(e).__name__, e.errno == number, e)
for args in ((), (1,), (2, "s"), (2, "s", "file"), (2, "s", "file", None), (2, "s", "a", None, "b"), (2, "s", None, 5, "b"),
             ("x", "y"), (2, "s", 5), (2, "s", "f", None, "g", "h"), (2.5, "s"), (None, None), (2, "s", b"bytes")):
    e = OSError(*args)
    print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, e.args, str(e))
e = FileNotFoundError(1, "no")
print(type(e).__name__, e)


class Sub(OSError):
    def __init__(self, *args, extra=None):
        super().__init__(*args)
        self.extra = extra


class New(OSError):
    def __new__(cls, *args):
        self = super().__new__(cls, "from", "new")
        return self


print(repr(Sub(2, "a", extra=5)), Sub(2, "a").errno, repr(New(1)), New(2, "x").errno)
b = BlockingIOError(11, "text", 5)
print(b.characters_written, b.filename, b.args)
b = BlockingIOError(11, "text", "5")
print(b.filename, hasattr(b, "characters_written"))
for bad in ((11, "t", -1),):
    try:
        print(BlockingIOError(*bad).characters_written)
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
