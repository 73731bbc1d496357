"""hashlib and hmac: digests of large and of many small texts, piece by piece, with a key, and a chain of hashes."""
import hashlib
import hmac

NAMES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "blake2s")


def merkle(leaves):
    """The hash of a tree of hashes."""
    level = [hashlib.sha256(leaf).digest() for leaf in leaves]
    while len(level) > 1:
        level = [hashlib.sha256(level[i] + level[min(i + 1, len(level) - 1)]).digest() for i in range(0, len(level), 2)]
    return level[0].hex()


def main():
    large = bytes(i * 7 & 255 for i in range(1 << 17)) * 8
    for name in NAMES:
        print(f"{name:10}{hashlib.new(name, large).hexdigest()[:40]}")
    print(hashlib.shake_128(large).hexdigest(20))
    leaves = [f"leaf {i}".encode() for i in range(24000)]
    print(merkle(leaves))
    pieces = hashlib.sha1()
    for leaf in leaves:
        pieces.update(leaf)
    print(pieces.hexdigest())
    print(len({hashlib.md5(leaf).hexdigest()[:3] for leaf in leaves}))
    print(len({hashlib.blake2b(leaf, digest_size=8).digest() for leaf in leaves}))
    signed = b""
    for leaf in leaves[:10000]:
        signed = hmac.new(b"secret", leaf + signed, "sha256").digest()
    print(signed.hex(), hmac.compare_digest(signed, hmac.digest(b"secret", b"x", "sha256")))
    print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 20000).hex())
    coin = 0
    while not hashlib.sha256(b"block %d" % coin).hexdigest().startswith("000"):
        coin += 1
    print(coin)


if __name__ == "__main__":
    main()
