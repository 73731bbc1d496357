"""Why an object is alive: its reference count taken apart, and a way to it."""

import _heap

from heap._names import is_namespace, name, places, slots

_IMMORTAL = 1 << 59
_REGISTER, _FUNCTION, _GENERATOR = 0, 1, 2
_MODULES, _FRAME, _STATE, _CLASS, _NAMES, _TRACKED = range(6)


class Why:
    """The references to an object. str() tells them; `count` is their number, `references` a list of texts, `path` the
    shortest way to it from a root, as text, or None when there is none."""

    def __init__(self, count, references, path=None):
        self.count = count
        self.references = references
        self.path = path

    def __str__(self):
        return f"refcount {self.count} = " + " + ".join(self.references)

    __repr__ = __str__


# --- static variables of the program, by name ---

_symbols = None


def _read_symbols():
    """[(address, size, name), ...] of the variables in the program's symbol table, sorted; empty without one."""
    with open("/proc/self/exe", "rb") as file:
        data = file.read()
    number = lambda at, size: int.from_bytes(data[at:at + size], "little")
    start, width, count = number(40, 8), number(58, 2), number(60, 2)
    sections = [start + width * i for i in range(count)]
    found = []
    for section in sections:
        if number(section + 4, 4) != 2:  # SHT_SYMTAB
            continue
        strings = number(sections[number(section + 40, 4)] + 24, 8)
        offset, size = number(section + 24, 8), number(section + 32, 8)
        for at in range(offset, offset + size, 24):
            if data[at + 4] & 15 == 1:  # STT_OBJECT
                text = strings + number(at, 4)
                own = data[text:data.index(0, text)].decode()
                found.append((number(at + 8, 8), number(at + 16, 8), own))
    return sorted(found)


def _variable(address):
    """The name of the static variable that an address lies in."""
    global _symbols
    if _symbols is None:
        try:
            _symbols = _read_symbols()
        except (OSError, IndexError):
            _symbols = []
    for start, size, own in _symbols:
        if start <= address < start + size:
            return f"C variable {own.partition('.')[0]}"
    return f"C variable at {address:#x}"


# --- references ---


def _register(row):
    (_, line, kind), function, local = row
    what = {_FUNCTION: "running function", _GENERATOR: "running generator"}.get(kind)
    if what is None:
        what = "temporary" if local is None else f"local {local}"
    return f"{what} in {function}, line {line}"


def _cell_owner(cell):
    """A cell is a local variable of the frame that made it: its name there, or None."""
    for row in _heap.registers(cell):
        if row[0][0] > 2 and row[2]:  # neither this frame nor that of places_of and why
            return _register(row)
    return None


def _places_of(holder, times, obj):
    own = _cell_owner(holder) if type(holder).__name__ == "cell" else None
    found = ([own] if own else places(holder, obj))[:times]
    return found + [name(holder)] * (times - len(found))


def _way(root, nodes, first):
    """The path as text; `first` is where its first object stands."""
    steps = [first]
    for parent, child in zip(nodes, nodes[1:]):
        if is_namespace(parent, child):
            continue
        found = places(parent, child)
        steps.append(found[0] if found else f"part of {name(parent)}")
    return " -> ".join(step for step in steps if step)


def _path(obj):
    found = _heap.path(obj, 2)  # without this frame and that of why
    if found is None:
        return None
    root, nodes = found
    if root == _FRAME:
        rows = [row for row in _heap.registers(nodes[0]) if row[0][0] > 1]
        first = "a running frame" if not rows else "" if rows[0][2] == ".namespace" else _register(rows[0])
    else:
        first = {_MODULES: "", _STATE: "exception being handled", _CLASS: name(nodes[0]), _NAMES: "names of the interpreter",
                 _TRACKED: None}[root]
    return None if first is None else _way(root, nodes, first)


def why(obj):
    """Who keeps obj alive: every reference to it, by name, the argument of this call included."""
    count = _heap.header(obj)[5] - 1  # without the argument of header
    if count > _IMMORTAL:
        return Why(count, ["the interpreter, for ever"], "the interpreter")
    references = [_register(row) for row in _heap.registers(obj) if row[0][0] > 0]  # not this frame
    references += _heap.state(obj)
    for holder, times in _heap.holders(obj):
        references += _places_of(holder, times, obj)
    references.append("argument")
    path = _path(obj)
    rest = count - len(references)
    if rest > 0:
        found = [_variable(address) for address in _heap.statics(obj)][:rest]
        references += found
        rest -= len(found)
    if rest > 0:
        references.append(f"unknown: {rest}")
    return Why(count, references, path)
