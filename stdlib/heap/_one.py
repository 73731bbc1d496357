"""One object, and two of them."""

import sys

import _heap

from heap._names import name, short, slots

_GC, _PREHEADER, _HEAP_TYPE, _VARSIZE = 1, 2, 8, 256
_IMMORTAL = 1 << 59


def address(obj):
    """(address of the header, bytes of the block in front of it)"""
    return _heap.header(obj)[:2]


# --- layout ---


def _parts(obj):
    """{offset from the header: what stands there} of the words whose meaning is known."""
    _, presize, size, item_size, flags, _ = _heap.header(obj)
    parts = {}
    if flags & _PREHEADER:
        parts[-32], parts[-24] = "weak references", "dict, or room for values"
    if flags & _GC and presize:
        parts[-16], parts[-8] = "collector: next", "collector: previous, flags"
    parts[0], parts[8] = "reference count", f"type: {type(obj).__name__}"
    for (offset, width), field in _heap.fields(obj):
        parts[offset & ~7] = ", ".join(filter(None, [parts.get(offset & ~7) if offset & 7 else None, field]))
    words = _heap.words(obj, size)[presize // 8:]
    for own in slots(type(obj)):
        value = getattr(obj, own, None)
        if id(value) in words:
            parts.setdefault(8 * words.index(id(value)), f"slot {own} = {short(value)}")
    for offset, own, value in _heap.inline_values(obj):
        parts[offset] = f"value {own} = {short(value)}"
    return parts


def _inline_items(obj, parts, start, end):
    """Names what follows the struct: items of a tuple, characters of a string."""
    if isinstance(obj, tuple):
        for i, item in enumerate(obj):
            parts[start + 8 * i] = f"item {i} = {short(item)}"
    elif isinstance(obj, (str, bytes)):
        parts.setdefault(start, "data")
        if isinstance(obj, bytes) or obj.isascii():
            raw = obj if isinstance(obj, bytes) else obj.encode()
            inside = start & 7  # the characters of a str begin within a word
            for at in range(0, len(raw) + 1, 8):
                piece = raw[max(at - inside, 0):at - inside + 8]
                where = (start & ~7) + at
                old = parts.get(where, "") if at == 0 else ""
                parts[where] = f"{old + ': ' if old else ''}{piece!r}"


def _buffers(obj):
    """Texts about blocks that belong to obj but do not follow it."""
    found = []
    if isinstance(obj, list) and obj:
        room = (list.__sizeof__(obj) - list.__basicsize__) // 8
        found.append(f"items: {len(obj)} of {room} places in use, {8 * room} bytes elsewhere")
    elif isinstance(obj, (dict, set, frozenset)):
        extra = type(obj).__sizeof__(obj) - type(obj).__basicsize__
        if extra > 0:
            found.append(f"table: {len(obj)} in use, {extra} bytes elsewhere")
    elif isinstance(obj, bytearray) and obj.__alloc__():
        found.append(f"bytes: {len(obj)} of {obj.__alloc__()} in use, elsewhere")
    return found


def layout(obj, file=None):
    """Prints the words of obj: what stands in front of it, its header, its fields, what is left of its block."""
    start, presize, size, item_size, flags, count = _heap.header(obj)
    total = sys.getsizeof(obj)
    parts = _parts(obj)
    print(f"{name(obj)}: {total} bytes, {presize} of them in front", file=file)
    buffers = _buffers(obj)
    place = _heap.locate(start - presize)
    body = size if buffers else max(size, total - presize)
    if place:
        end = place[4] + place[2] - start
        body = min((body + 7) & ~7, end)
    inline = [offset for (offset, width), _ in _heap.fields(obj) if not width]
    if inline:
        _inline_items(obj, parts, inline[0], body)
    shown = min(body, 256)
    for i, word in enumerate(_heap.words(obj, shown)):
        offset = 8 * i - presize
        print(f"{offset:+5}  {word:#018x}  {parts.get(offset, '')}".rstrip(), file=file)
    if shown < body:
        print(f"  ...  {body - shown} more bytes", file=file)
    if place and end > body:
        print(f"{body:+5}  {end - body} bytes of the block are not used", file=file)
    for text in buffers:
        print(f"       {text}", file=file)


# --- explanations ---


def _an(word):
    return f"{'an' if word[0] in 'aeiouAEIOU' else 'a'} {word}"


def _about(obj, count):
    """count: references without those of the inspection."""
    start, presize, _, _, flags, _ = _heap.header(obj)
    text = [f"{short(obj)} is {_an(type(obj).__name__)} at {start:#x}, {sys.getsizeof(obj)} bytes"]
    place = _heap.locate(start - presize)
    if count > _IMMORTAL:
        text.append("it is part of the interpreter: made before the program, never freed")
    elif place:
        arena, pool, size, block, *_ = place
        text.append(f"its block of {size} bytes is number {block} of pool {pool} in arena {arena}")
    else:
        text.append("its block came from the system's malloc")
    if type(obj) is str:
        text.append("it is interned" if sys._is_interned(obj) else "it is not interned")
    if flags & _GC and presize:
        import gc
        text.append("the cycle collector looks at it" if gc.is_tracked(obj) else "the cycle collector does not look at it")
    if count < _IMMORTAL:
        text.append(f"{count} reference{'s' if count != 1 else ''} to it")
    return text


def _is_small(obj):
    return type(obj) is int and -5 <= obj <= 256


def _same(obj):
    """Why two names have one object."""
    if _is_small(obj):
        return "one object: the ints from -5 to 256 exist once"
    if obj is None or obj is True or obj is False or obj is ... or obj is NotImplemented:
        return "one object: there is only one of its kind"
    if type(obj) is str and (len(obj) == 1 and obj < "\u0100" or not obj):
        return "one object: the empty string and the first 256 characters exist once"
    if type(obj) is str and sys._is_interned(obj):
        return "one object: interned strings that are equal are the same"
    if type(obj) is tuple and not obj or type(obj) is bytes and len(obj) < 2:
        return "one object: the empty one exists once" if not obj else "one object: single bytes exist once"
    return "one object with two references: a change through one name is seen through the other"


def _different(a, b):
    """Why two objects are two."""
    if type(a) is not type(b):
        return f"two objects: {_an(type(a).__name__)} and {_an(type(b).__name__)}"
    try:
        equal = bool(a == b)
    except Exception:
        equal = False
    if not equal:
        return "two objects with different values"
    if type(a) is int:
        return "two equal objects: only the ints from -5 to 256 exist once"
    if type(a) is str:
        which = [sys._is_interned(a), sys._is_interned(b)]
        return "two equal objects: " + ("neither is interned" if not any(which) else
                                        f"only the {'first' if which[0] else 'second'} is interned")
    shared = sum(x is y for x, y in zip(a, b)) if type(a) in (list, tuple) else 0
    return "two equal objects" + (f" that share {shared} item{'s' if shared != 1 else ''}" if shared else "")


_NOTHING = object()


def explain(obj, other=_NOTHING):
    """A few lines about an object: its type, size, block and count; about two, also why they are one object or not."""
    same = obj is other
    count = _heap.header(obj)[5] - 2 - same  # without the parameters and the argument of header
    text = _about(obj, count)
    if other is _NOTHING:
        return "\n".join(text)
    if not same:
        count = _heap.header(other)[5] - 2
        text += _about(other, count)
    text.append(_same(obj) if same else _different(obj, other))
    return "\n".join(text)
