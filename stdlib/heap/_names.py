"""How objects, and the places where they are held, are called."""

import sys

import _heap


def short(obj, width=40):
    """repr, cut to a width; never raises."""
    try:
        text = repr(obj)
    except Exception as error:
        text = f"<{type(obj).__name__} whose repr raises {type(error).__name__}>"
    return text if len(text) <= width else text[:width - 3] + "..."


def name(obj):
    """By its own name, if it has one that says more than its address."""
    kind = type(obj).__name__
    if isinstance(obj, type):
        return f"class {obj.__qualname__}"
    if kind in ("function", "module", "generator", "coroutine", "async_generator", "code"):
        own = obj.co_name if kind == "code" else getattr(obj, "__qualname__", None) or getattr(obj, "__name__", "?")
        return f"{kind} {own}"
    return f"{kind} at {id(obj):#x}"


def slots(cls):
    """The names of all slots of a class and its bases."""
    names = []
    for base in cls.__mro__:
        own = base.__dict__.get("__slots__", ())
        names += (own,) if isinstance(own, str) else own
    return names


def _module_of(namespace):
    for own, module in list(sys.modules.items()):
        if getattr(module, "__dict__", None) is namespace:
            return own
    return None


def owner_of(namespace):
    """The object whose namespace the dict is, or None."""
    for holder, _ in _heap.holders(namespace):
        if isinstance(holder, type) or type(holder).__dictoffset__ and getattr(holder, "__dict__", None) is namespace:
            return holder
    return None


def _dict_places(namespace, obj):
    module = _module_of(namespace)
    owner = None if module else owner_of(namespace)
    found = []
    for key, value in namespace.items():
        if value is obj:
            found.append("sys.modules[%s]" % short(key) if namespace is sys.modules else
                         f"global {key} of {module}" if module else
                         f"attribute {key} of {name(owner)}" if owner is not None else
                         f"item {short(key)} of {name(namespace)}")
        if key is obj:
            found.append(f"key of the namespace of {module or name(owner)}" if module or owner is not None
                         else f"key of {name(namespace)}")
    return found


def _function_of(part):
    """The function that has this tuple or dict as its defaults or its closure, or None."""
    for holder, _ in _heap.holders(part):
        if type(holder).__name__ == "function":
            return holder
    return None


def _tuple_places(items, obj):
    """Tuples that belong to something are called by it."""
    for holder, _ in _heap.holders(items):
        if isinstance(holder, type):
            return [f"{'mro' if holder.__mro__ is items else 'bases'} of {name(holder)}"]
        if type(holder).__name__ == "function" and holder.__defaults__ is items:
            names = holder.__code__.co_varnames[:holder.__code__.co_argcount][-len(items):]
            return [f"default of {parameter} of {name(holder)}" for parameter, value in zip(names, items) if value is obj]
    return [f"item {i} of {name(items)}" for i, item in enumerate(items) if item is obj]


def _cell_places(cell, obj):
    for holder, _ in _heap.holders(cell):
        function = _function_of(holder) if type(holder) is tuple else None
        if function is not None and function.__closure__ is holder:
            variable = function.__code__.co_freevars[list(holder).index(cell)]
            return [f"variable {variable} of {name(function)}"]
    return [f"closure {name(cell)}"]


def _code_places(code, obj):
    found = [f"constant {i} of {name(code)}" for i, value in enumerate(code.co_consts) if value is obj]
    names = code.co_names + code.co_varnames + code.co_freevars
    return found + [f"name in {name(code)}" for own in names if own is obj]


_COMPUTED = "args", "__traceback__", "__context__", "__cause__"


def _field_places(holder, obj):
    """By the fields of the C struct, then by the attributes that read fields."""
    address, presize, size, *_ = _heap.header(holder)
    words = _heap.words(holder, size)[presize // 8:]
    found = [f"{field} of {name(holder)}" for (offset, width), field in _heap.fields(holder)
             if width == 8 and words[offset // 8] == id(obj)]
    if found:
        return found
    for base in type(holder).__mro__:
        for own, descriptor in list(base.__dict__.items()):
            if type(descriptor).__name__ == "member_descriptor" and getattr(holder, own, None) is obj:
                found.append(f"{'slot' if own in slots(base) else 'field'} {own} of {name(holder)}")
    computed = _COMPUTED if isinstance(holder, BaseException) else ("__self__",)
    return found or [f"{own} of {name(holder)}" for own in computed if getattr(holder, own, None) is obj]


def places(holder, obj):
    """Where in holder obj stands: a text for each place that can be told."""
    kind = type(holder).__name__
    if isinstance(holder, dict):
        found = _dict_places(holder, obj)
    elif isinstance(holder, tuple):
        found = _tuple_places(holder, obj)
    elif isinstance(holder, list) or kind == "deque":
        found = [f"item {i} of {name(holder)}" for i, item in enumerate(holder) if item is obj]
    elif isinstance(holder, (set, frozenset)):
        found = [f"member of {name(holder)}"]
    elif kind == "cell":
        found = _cell_places(holder, obj)
    elif kind == "code":
        found = _code_places(holder, obj)
    elif kind in ("generator", "coroutine", "async_generator"):
        found = [f"local {own} in {name(holder)}" if own else f"temporary in {name(holder)}"
                 for own in _heap.suspended(holder, obj)] or _field_places(holder, obj)
    elif isinstance(holder, type) and obj in (holder.__base__, holder.__mro__, holder.__bases__):
        found = [f"{part} of {name(holder)}" for part, value in
                 (("base", holder.__base__), ("mro", holder.__mro__), ("bases", holder.__bases__)) if value is obj]
    else:
        found = _field_places(holder, obj)
    found += [f"attribute {own} of {name(holder)}" for _, own, value in _heap.inline_values(holder) if value is obj]
    if type(holder) is obj:
        found.append(f"class of {name(holder)}")
    return found


def is_namespace(holder, obj):
    """Is obj the dict of holder's attributes, which need not be told apart from holder?"""
    return type(obj) is dict and (type(holder).__name__ == "module" or isinstance(holder, type)) and type(holder) is not dict
