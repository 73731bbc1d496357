# hashlib: update in pieces, copies that go on apart, buffers of every kind, all algorithms on lengths around a block
import array
import hashlib

for name in sorted(hashlib.algorithms_guaranteed):
    length = (20,) if name.startswith("shake") else ()
    h = hashlib.new(name)
    for size in 0, 1, 63, 64, 65, 127, 128, 129, 300:
        h.update(bytes(range(256))[:size] * 2)
        again = h.copy()
        again.update(b"x")
        print(name, size, h.hexdigest(*length)[:20], again.hexdigest(*length)[:20])
    whole = hashlib.new(name, b"".join(bytes(range(256))[:n] * 2 for n in (0, 1, 63, 64, 65, 127, 128, 129, 300)))
    print(whole.digest(*length) == h.digest(*length), h.name, h.digest_size, h.block_size)
print(hashlib.sha1(array.array("h", [1, 2])).hexdigest(), hashlib.md5(bytearray(b"a")).hexdigest(),
      hashlib.sha1(memoryview(b"abc")[1:]).hexdigest())
print(sorted(hashlib.algorithms_available - hashlib.algorithms_guaranteed))
for text in "hashlib.new('nothing')", "hashlib.md5(3)", "hashlib.md5('a')", "hashlib.md5().update(None)", "hashlib.shake_256().digest()":
    try:
        print(eval(text))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
