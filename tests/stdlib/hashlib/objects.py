# hashlib: hash objects, their constructors and attributes
import hashlib


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
hashlib.sha256('a')
hashlib.sha256(5)
hashlib.sha256(b'a',b'b')
hashlib.sha256(data=b'a').hexdigest()
hashlib.sha256(string=b'a').hexdigest()
hashlib.sha256(b'a',string=b'b')
hashlib.sha256(x=3)
hashlib.new('sha256',b'a').hexdigest()
hashlib.new('foo')
hashlib.new(5)
hashlib.new('SHA256').name
hashlib.new('sha512_256').name
hashlib.new('md5-sha1').name
hashlib.new('ripemd160').hexdigest()
hashlib.new('sm3').hexdigest()
hashlib.new('blake2s').name
hashlib.new('shake_128').hexdigest(5)
hashlib.shake_128().hexdigest()
hashlib.shake_128().digest(0)
hashlib.shake_128().digest_size
hashlib.shake_128().block_size
hashlib.sha256().digest(5)
hashlib.sha256().update('a')
hashlib.sha256().update()
(hashlib.sha256().digest_size, hashlib.sha256().block_size, hashlib.sha256().name)
[ (n,hashlib.new(n).digest_size,hashlib.new(n).block_size,type(hashlib.new(n)).__name__) for n in sorted(hashlib.algorithms_guaranteed)]
type(hashlib.sha256()).__module__,type(hashlib.sha3_256()), type(hashlib.blake2b()), type(hashlib.shake_128()), type(hashlib.sha512())
type(hashlib.sha256())()
""".strip().splitlines():
    show(text)
