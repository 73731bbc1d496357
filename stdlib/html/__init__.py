"""Text as HTML: with the characters that mean something there written as references, and back."""
import re

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    """Text with &, < and > as references; quotes, too, so that it can stand in an attribute."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


# What HTML 5 has the numbers from 0x80 to 0x9f mean: those of Windows-1252.
_WINDOWS = ('\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f'
            '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178')

_reference = re.compile(r'&(?:#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?|([^\t\n\f <&#;]{1,32};?))')


def _is_no_character(number):
    """Is it a number that no text should have?"""
    return (number < 0x20 and number not in (9, 10, 12) or number == 0x7f or 0xfdd0 <= number <= 0xfdef
            or number & 0xfffe == 0xfffe)


def _character(number):
    """The character that a number stands for, errors mended as HTML 5 says."""
    if number == 0 or 0xd800 <= number <= 0xdfff or number > 0x10ffff:
        return '\ufffd'
    if number == 13:
        return '\r'
    if 0x80 <= number <= 0x9f:
        return _WINDOWS[number - 0x80]
    return '' if _is_no_character(number) else chr(number)


_html5 = None   # the names, once there is one to be looked up


def _replacement(match):
    hexadecimal, decimal, name = match.groups()
    if name is None:
        return _character(int(hexadecimal, 16) if hexadecimal else int(decimal))
    global _html5
    if _html5 is None:
        from html.entities import html5 as _html5
    # A reference without its semicolon may have other letters behind it: the longest name counts.
    for end in range(len(name), 1, -1):
        character = _html5.get(name[:end])
        if character is not None:
            return character + name[end:]
    return '&' + name


def unescape(s):
    """Text in which the references of HTML 5, by name or by number, are replaced by their characters."""
    return _reference.sub(_replacement, s) if '&' in s else s
