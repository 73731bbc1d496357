# zlib: streams piece by piece: flushing, limits, dictionaries, what is left over, copies
import copy
import zlib

data = b"some text that comes again, some text that comes again and again. " * 50
c = zlib.compressobj(9)
parts = [c.compress(data[i:i + 100]) for i in range(0, len(data), 100)] + [c.flush()]
whole = b"".join(parts)
print(zlib.decompress(whole) == data)
d = zlib.decompressobj()
out = b"".join(d.decompress(whole[i:i + 7]) for i in range(0, len(whole), 7))
print(out == data, d.eof, d.unused_data, d.unconsumed_tail, d.flush())
d = zlib.decompressobj()
first = d.decompress(whole + b"more", 50)
print(first, len(d.unconsumed_tail) > 4, d.eof)
rest = b""
while d.unconsumed_tail:
    rest += d.decompress(d.unconsumed_tail, 500)
print(first + rest + d.flush() == data, d.eof, d.unused_data)
d = zlib.decompressobj()
print(d.decompress(whole, 1) + d.flush(100) == data)
c = zlib.compressobj(wbits=-15)
raw = c.compress(data) + c.flush(zlib.Z_SYNC_FLUSH) + c.compress(b"end") + c.flush()
print(zlib.decompress(raw, -15) == data + b"end")
words = b"some text that comes again"
c = zlib.compressobj(zdict=words)
small = c.compress(words + b"!") + c.flush()
print(len(small) < len(words), zlib.decompressobj(zdict=words).decompress(small))
for zdict in None, b"other words":
    try:
        d = zlib.decompressobj(zdict=zdict) if zdict else zlib.decompressobj()
        d.decompress(small)
    except zlib.error as e:
        print(e)
c = zlib.compressobj()
start = c.compress(b"abc")
other = c.copy()
print(zlib.decompress(start + c.compress(b"def") + c.flush()), zlib.decompress(start + copy.copy(other).flush()))
for action in c.copy, c.flush, lambda: c.compress(b"x"):
    try:
        print(action())
    except (ValueError, zlib.error) as e:
        print(type(e).__name__, e)
d = zlib._ZlibDecompressor()
print(d.decompress(whole[:20], 10), d.needs_input, d.eof, d.decompress(b"", 5), d.needs_input)
print(len(d.decompress(whole[20:] + b"tail")) + 15 == len(data), d.eof, d.unused_data, d.needs_input)
try:
    d.decompress(b"x")
except EOFError as e:
    print(e)
