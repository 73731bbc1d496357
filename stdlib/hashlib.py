"""Digests of bytes: MD5, SHA-1, SHA-2, SHA-3, SHAKE and BLAKE2, and keys made of passwords.

    hashlib.sha256(b'some bytes').hexdigest()

A constructor of each algorithm gives a hash object; new() finds the constructor by name.
"""

from _blake2 import blake2b, blake2s
import _hashlib
from _hashlib import (openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha224 as sha224, openssl_sha256 as sha256,
                      openssl_sha384 as sha384, openssl_sha512 as sha512, openssl_sha3_224 as sha3_224,
                      openssl_sha3_256 as sha3_256, openssl_sha3_384 as sha3_384, openssl_sha3_512 as sha3_512,
                      openssl_shake_128 as shake_128, openssl_shake_256 as shake_256, pbkdf2_hmac, scrypt)

__always_supported = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_224',
                      'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256')

algorithms_guaranteed = set(__always_supported)
algorithms_available = algorithms_guaranteed | _hashlib.openssl_md_meth_names

__all__ = __always_supported + ('new', 'algorithms_guaranteed', 'algorithms_available', 'file_digest', 'pbkdf2_hmac')


def new(name, *args, **kwargs):
    """A hash object for the algorithm of that name; what follows is for its constructor."""
    if name in ('blake2b', 'blake2s'):
        return (blake2b if name == 'blake2b' else blake2s)(*args, **kwargs)
    return _hashlib.new(name, *args, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """A hash object that has taken all the rest of a file, which was opened for reading in binary mode.

    digest is the name of an algorithm, or a callable that makes a hash object.
    """
    hash_object = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        hash_object.update(fileobj.getbuffer())
        return hash_object
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = memoryview(bytearray(_bufsize))
    while size := fileobj.readinto(buffer):
        hash_object.update(buffer[:size])
    if size is None:
        raise BlockingIOError("I/O operation would block.")
    return hash_object
