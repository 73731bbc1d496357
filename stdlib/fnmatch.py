"""Patterns of file names as shells have them: *, ?, [seq] and [!seq]. Matched here without regular expressions."""

__all__ = ["filter", "filterfalse", "fnmatch", "fnmatchcase", "translate"]


def _set_end(pattern, start):
    """Where the set that opens at pattern[start - 1] has its bracket; -1: it is an ordinary character."""
    end = start
    if pattern[end:end + 1] in ("!", b"!"):
        end += 1
    return pattern.find(pattern[:0] + (b"]" if isinstance(pattern, bytes) else "]"), end + 1)


def _in_set(chars, c):
    """Is c in what stands between the brackets?"""
    inside = False
    wanted = not chars.startswith(b"!" if isinstance(chars, bytes) else "!")
    i = 0 if wanted else 1
    dash = chars[:0] + (b"-" if isinstance(chars, bytes) else "-")
    while i < len(chars):
        if chars[i + 1:i + 2] == dash and i + 2 < len(chars):
            inside = inside or chars[i:i + 1] <= c <= chars[i + 2:i + 3]
            i += 3
        else:
            inside = inside or chars[i:i + 1] == c
            i += 1
    return inside == wanted


def _one(pattern, at, c):
    """Does the item at pattern[at] match the character c? Returns the index behind it, or -1."""
    p = pattern[at:at + 1]
    if p in ("?", b"?"):
        return at + 1
    if p in ("[", b"["):
        end = _set_end(pattern, at + 1)
        if end >= 0:
            return end + 1 if _in_set(pattern[at + 1:end], c) else -1
    return at + 1 if p == c else -1


def fnmatchcase(name, pat):
    """Does the whole of name match the pattern?"""
    if isinstance(name, bytes) != isinstance(pat, bytes):
        pattern, text = ("bytes", "string-like") if isinstance(pat, bytes) else ("string", "bytes-like")
        raise TypeError(f"cannot use a {pattern} pattern on a {text} object")
    i = at = 0
    star = -1  # the last star seen; it has eaten name[..mark]
    mark = 0
    while i < len(name):
        after = -1
        if at < len(pat):
            if pat[at:at + 1] in ("*", b"*"):
                star, mark = at, i
                at += 1
                continue
            after = _one(pat, at, name[i:i + 1])
        if after >= 0:
            at = after
            i += 1
        elif star >= 0:
            mark += 1
            i, at = mark, star + 1
        else:
            return False
    return all(c in (42, "*") for c in pat[at:])


def fnmatch(name, pat):
    """As fnmatchcase: upper and lower case differ here."""
    return fnmatchcase(name, pat)


def filter(names, pat):
    """The list of those names that match."""
    return [name for name in names if fnmatchcase(name, pat)]


def filterfalse(names, pat):
    """The list of those names that do not match."""
    return [name for name in names if not fnmatchcase(name, pat)]


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
