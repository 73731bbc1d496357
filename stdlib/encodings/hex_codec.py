"""Bytes as hexadecimal digits."""

import binascii

from ._stateless import make_info


def info():
    return make_info('hex', lambda input, errors='strict': (binascii.b2a_hex(input), len(input)),
                     lambda input, errors='strict': (binascii.a2b_hex(input), len(input)), is_text=False)
