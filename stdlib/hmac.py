"""Message authentication with a secret key and a hash function (RFC 2104)."""

import hashlib as _hashlib_module
from _hashlib import compare_digest, hmac_digest as _hmac_digest

trans_5C = bytes(x ^ 0x5C for x in range(256))
trans_36 = bytes(x ^ 0x36 for x in range(256))

digest_size = None


def _constructor(digestmod):
    """digestmod is a name, a callable or a module with new()."""
    if isinstance(digestmod, str):
        return lambda data=b'': _hashlib_module.new(digestmod, data)
    if callable(digestmod):
        return digestmod
    return digestmod.new


class HMAC:
    """The code of the message that update() has been given so far."""

    blocksize = 64

    __slots__ = ('_inner', '_outer', 'block_size', 'digest_size')

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        make = _constructor(digestmod)
        self._inner, self._outer = make(), make()
        self.digest_size = self._inner.digest_size
        if self.digest_size == 0:
            raise ValueError("no reason supplied")
        self.block_size = _block_size(self._inner, self.blocksize)
        if len(key) > self.block_size:
            key = make(key).digest()
        key = key.ljust(self.block_size, b'\0')
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Takes more of the message."""
        self._inner.update(msg)

    def copy(self):
        """Another object in the same state."""
        other = self.__class__.__new__(self.__class__)
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        other.block_size, other.digest_size = self.block_size, self.digest_size
        return other

    def _finished(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        """The code, as bytes."""
        return self._finished().digest()

    def hexdigest(self):
        """The code as hexadecimal digits."""
        return self._finished().hexdigest()


def _block_size(hash_object, otherwise):
    size = getattr(hash_object, 'block_size', None)
    if size is not None and size >= 16:
        return size
    import warnings
    if size is None:
        warnings.warn(f"No block_size attribute on given digest object; Assuming {otherwise}.", RuntimeWarning, 3)
        return otherwise
    warnings.warn(f"block_size of {size} seems too small; using our default of {otherwise}.", RuntimeWarning, 3)
    return otherwise


def new(key, msg=None, digestmod=''):
    """An HMAC object for a key, which has taken msg already, if that is given.

    digestmod says which hash function: its name, a constructor as those of hashlib, or a module with new().
    """
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The code of a message as bytes, in one go."""
    name = digest if isinstance(digest, str) else getattr(digest, '__name__', '').removeprefix('openssl_')
    if isinstance(digest, str) or getattr(_hashlib_module, name, None) is digest:
        return _hmac_digest(key, msg, name)
    return HMAC(key, msg, digest).digest()
