"""Codecs that are written in the language: find() gives the CodecInfo for a name. Those in C are in the interpreter.

Each is in a module of its own, which is imported when somebody asks for it and has a function info().
"""

import importlib

_NAMES = {
    'utf_7': ('utf_7', 'utf7', 'u7', 'unicode_1_1_utf_7'),
    'punycode': ('punycode',),
    'hex_codec': ('hex_codec', 'hex'),
    'base64_codec': ('base64_codec', 'base64', 'base_64'),
    'quopri_codec': ('quopri_codec', 'quopri', 'quoted_printable', 'quotedprintable'),
    'zlib_codec': ('zlib_codec', 'zlib', 'zip'),
    'rot_13': ('rot_13', 'rot13'),
}


def find(name):
    """The CodecInfo of a normalised name, or None."""
    for stem, names in _NAMES.items():
        if name in names:
            return importlib.import_module('encodings.' + stem).info()
    return None
