"""Text with each letter replaced by the one thirteen places on."""

import string

from ._stateless import make_info

_HALF = 13


def _turned(letters):
    return letters[_HALF:] + letters[:_HALF]


_TABLE = str.maketrans(string.ascii_letters, _turned(string.ascii_lowercase) + _turned(string.ascii_uppercase))


def _turn(input, errors='strict'):
    return str.translate(input, _TABLE), len(input)


def info():
    return make_info('rot-13', _turn, _turn, is_text=False, encoded_type=str, decoded_type=str)
