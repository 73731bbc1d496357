# A handler may exchange the bytes that are decoded; what it returns is checked.
import codecs

def register(replacement, position, exchange=None):
    def handle(error):
        if exchange is not None:
            error.object = exchange
        return replacement, position
    codecs.register_error("test.handler", handle)
def attempt(call):
    try:
        print(ascii(call()))
    except Exception as e:
        print(type(e).__name__, e)
for exchange in (b"", b"ok", 42, "text"):
    register("X", 0, exchange)
    for encoding in ("ascii", "utf-8", "utf-16-le"):
        attempt(lambda: b"\xff".decode(encoding, "test.handler"))
for result in [("X", 1), ("X", -1 + 1 + 1), ("X", 5), ("X", -5), (b"X", 1), ("X",), 5, ("é", 1), ("X", "1"), (1, 1)]:
    codecs.register_error("test.handler", lambda error: result)
    attempt(lambda: b"\xffb".decode("ascii", "test.handler"))
    attempt(lambda: "éb".encode("ascii", "test.handler"))
for replacement in (b"a", b"ab", b"abcd"):
    codecs.register_error("test.handler", lambda error: (replacement, error.end))
    for encoding in ("utf-8", "utf-16-le", "utf-32-be"):
        attempt(lambda: "\ud800".encode(encoding, "test.handler"))
handler = codecs.lookup_error("surrogatepass")
for encoding in ("utf8", "UTF-16LE", "utf_32_be", "utf-16-", "latin-1"):
    attempt(lambda: handler(UnicodeEncodeError(encoding, "\ud800", 0, 1, "reason")))
