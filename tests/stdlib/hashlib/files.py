# hashlib.file_digest: memory, files, unreadable ones
import hashlib
import io
import os

print(hashlib.file_digest(io.BytesIO(b"abc"), "md5").hexdigest())
path = "/tmp/ouro-test-hashlib-%d" % os.getpid()
with open(path, "wb") as f:
    f.write(b"0123456789" * 100000)
with open(path, "rb") as f:
    print(hashlib.file_digest(f, hashlib.sha1).hexdigest())
with open(path, "rb", buffering=0) as f:
    print(hashlib.file_digest(f, "sha256").hexdigest(), f.read())
for mode in "r", "ab":
    with open(path, mode) as f:
        try:
            hashlib.file_digest(f, "md5")
        except (ValueError, OSError) as e:
            print(type(e).__name__)
os.remove(path)
