"""Bytes in base 64, in lines of 76 characters."""

import base64

from ._stateless import make_info


def info():
    return make_info('base64', lambda input, errors='strict': (base64.encodebytes(input), len(input)),
                     lambda input, errors='strict': (base64.decodebytes(input), len(input)), is_text=False)
