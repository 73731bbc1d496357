"""Bytes as mail has them: what is not printable ASCII is =XX."""

import binascii

from ._stateless import make_info


def info():
    return make_info('quopri', lambda input, errors='strict': (binascii.b2a_qp(input, quotetabs=True), len(input)),
                     lambda input, errors='strict': (binascii.a2b_qp(input), len(input)), is_text=False)
