# hmac: objects, long keys, copies, a message in pieces, digests without a block size
import hashlib
import hmac
import warnings

h = hmac.new(b"key", digestmod="sha256")
for part in b"a", b"bc", bytearray(b"d"):
    h.update(part)
print(h.hexdigest(), h.digest() == hmac.digest(b"key", b"abcd", "sha256"), h.name, h.digest_size, h.block_size)
c = h.copy()
c.update(b"more")
print(c.hexdigest() != h.hexdigest(), type(c).__name__)
for size in 63, 64, 65, 200:
    print(size, hmac.new(b"k" * size, b"m", hashlib.sha256).hexdigest())
for name in sorted(hashlib.algorithms_guaranteed):
    if not name.startswith("shake"):
        print(name, hmac.new(b"k", b"m", name).hexdigest()[:20])
print(hmac.compare_digest(b"abc", bytearray(b"abc")), hmac.compare_digest("", ""), hmac.compare_digest(b"", b"a"))
