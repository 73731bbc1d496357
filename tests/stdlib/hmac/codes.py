# hmac: codes by every kind of digestmod, comparison, errors
import hashlib
import hmac


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
hmac.new(b'k',b'm','sha256').hexdigest()
hmac.new(b'k',b'm',hashlib.sha256).hexdigest()
hmac.new(b'k',b'm',digestmod='md5').name
hmac.new(b'k')
hmac.new('k',b'm','sha256')
hmac.new(b'k','m','sha256')
hmac.new(b'k',b'm','foo')
hmac.new(b'k',b'm','')
hmac.new(b'k'*100,b'm','sha512').digest()
hmac.new(b'k',b'm','sha512').digest_size
hmac.new(b'k',b'm','sha512').block_size
hmac.new(b'k',b'm',hashlib.blake2b).name
hmac.new(b'k',b'm',hashlib.blake2b).hexdigest()
hmac.new(b'k',b'm','sha3_256').hexdigest()
hmac.new(b'k',b'm','shake_128').hexdigest()
hmac.digest(b'k',b'm','sha256').hex()
hmac.digest(b'k',b'm',hashlib.sha1).hex()
hmac.digest(b'k',b'm','foo')
hmac.digest(b'k','m','sha256')
hmac.compare_digest('a','a')
hmac.compare_digest('a','b')
hmac.compare_digest(b'a',b'a')
hmac.compare_digest(b'a',b'ab')
hmac.compare_digest('a',b'a')
hmac.compare_digest('é','é')
hmac.compare_digest(1,2)
hmac.HMAC
hmac.HMAC.__doc__ is not None
hmac.new(b'k',digestmod='sha256').update('a')
hmac.new(b'k',digestmod='sha256').copy().hexdigest()
hmac.new(b'k',b'm',5)
hmac.new(b'k',b'm',lambda d=b'': hashlib.new('sha256',d)).hexdigest()
hmac.trans_5C[:3]
hmac.digest_size
""".strip().splitlines():
    show(text)
