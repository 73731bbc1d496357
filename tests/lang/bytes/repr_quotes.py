# repr of bytes and of bytearray: quotes, escapes, and subclasses.
class Data(bytes):
    pass
class Array(bytearray):
    class Inner(bytearray):
        pass
for value in (b"", b"a", b"'", b'"', b"'\"", b"\\", b"\t\n\r\x00\x1f\x7f\x80\xff", b"it's"):
    print(repr(value), repr(bytearray(value)), str(Data(value)), Array(value), Array.Inner(value))
