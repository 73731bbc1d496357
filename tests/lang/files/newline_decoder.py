# io.IncrementalNewlineDecoder: line ends that come in pieces, and its state.
import codecs
import io

d = io.IncrementalNewlineDecoder(None, translate=True)
print([d.decode(s) for s in ("a\r", "\nb", "\r", "c\n", "\r\n")], d.newlines)
print(d.decode("x\r"), d.getstate(), d.decode("", final=True), d.getstate(), d.reset(), d.newlines)
d = io.IncrementalNewlineDecoder(None, translate=False)
print([d.decode(s) for s in ("a\r", "\nb", "\r", "c")], d.newlines)
d = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), True)
print(d.decode(b"h\xc3"), d.getstate(), d.decode(b"\xa4\r"), d.getstate(), d.setstate((b"", 1)), d.decode(b"x"), d.newlines)
for args in ((), (None,), (None, True, "strict", 4)):
    try:
        io.IncrementalNewlineDecoder(*args)
    except TypeError as e:
        print(e)
try:
    io.IncrementalNewlineDecoder.__new__(io.IncrementalNewlineDecoder).decode("")
except ValueError as e:
    print(e)
print(io.text_encoding(None), io.text_encoding("x"), io.open is open, io.DEFAULT_BUFFER_SIZE)
with io.open_code(__file__) as f:
    print(type(f).__name__, f.readline()[:14])
