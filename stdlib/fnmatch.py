"""Patterns of file names as shells have them: *, ?, [seq] and [!seq]. They become regular expressions."""

import functools
import os
import re

__all__ = ["filter", "filterfalse", "fnmatch", "fnmatchcase", "translate"]


def _set_end(pattern, start):
    """Where the set that opens at pattern[start - 1] has its bracket; -1: it is an ordinary character."""
    return pattern.find("]", start + 1 + (pattern[start:start + 1] == "!"))


@functools.lru_cache(maxsize=32768, typed=True)
def _matcher(pat):
    """The method that says whether a name matches."""
    pattern = translate(pat.decode("latin-1")).encode("latin-1") if isinstance(pat, bytes) else translate(pat)
    return re.compile(pattern).match


def fnmatchcase(name, pat):
    """Does the whole of name match the pattern?"""
    return _matcher(pat)(name) is not None


def fnmatch(name, pat):
    """As fnmatchcase: upper and lower case differ here."""
    return _matcher(os.fspath(pat))(os.fspath(name)) is not None


def filter(names, pat):
    """The list of those names that match."""
    match = _matcher(os.fspath(pat))
    return [name for name in names if match(name)]


def filterfalse(names, pat):
    """The list of those names that do not match."""
    match = _matcher(os.fspath(pat))
    return [name for name in names if not match(name)]


_SPECIAL = frozenset("()[]{}?*+-|^$\\.&~# \t\n\r\v\f")


def _escape(c):
    return "\\" + c if c in _SPECIAL else c


def _translate_set(chars):
    """A set as a regular expression has it. An empty range matches nothing."""
    negated = chars.startswith("!")
    if negated:
        chars = chars[1:]
    items = []
    i = 0
    while i < len(chars):
        if chars[i + 1:i + 2] == "-" and i + 2 < len(chars):
            if chars[i] <= chars[i + 2]:
                items.append(_escape_in_set(chars[i]) + "-" + _escape_in_set(chars[i + 2]))
            i += 3
        else:
            items.append(_escape_in_set(chars[i]))
            i += 1
    if not items:
        return "." if negated else "(?!)"
    text = "".join(items)
    if negated:
        return f"[^{text}]"
    return f"[\\{text}]" if text[0] in "^[" else f"[{text}]"


def _escape_in_set(c):
    return "\\" + c if c in "\\-&~|" else c


def _pieces(pat):
    """Expressions for what the pattern consists of; "*" stands for itself, and several of them for one."""
    parts = []
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if not parts or parts[-1] != "*":
                parts.append("*")
        elif c == "?":
            parts.append(".")
        elif c == "[" and (end := _set_end(pat, i)) >= 0:
            parts.append(_translate_set(pat[i:end]))
            i = end + 1
        else:
            parts.append(_escape(c))
    return parts


def translate(pat):
    """The regular expression that matches what the pattern matches."""
    parts = _pieces(pat)
    # All stars but the last need no second thoughts once what follows them has matched: atomic groups.
    stars = [k for k, part in enumerate(parts) if part == "*"]
    if not stars:
        return f"(?s:{''.join(parts)})\\z"
    text = "".join(parts[:stars[0]])
    for star, next_star in zip(stars, stars[1:]):
        text += f"(?>.*?{''.join(parts[star + 1:next_star])})"
    return f"(?s:{text}.*{''.join(parts[stars[-1] + 1:])})\\z"
