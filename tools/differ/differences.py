"""Where Ouro differs from CPython on purpose, as data: what is left out of programs, and what is erased from outputs.

Each has its reason. Nothing else is forgiven: any other difference is reported.
"""

LEFT_OUT = {
    '__sizeof__ and sys.getsizeof': 'sizes are those of the interpreter\'s own structures',
    'sys.getrefcount': 'CPython borrows references of local variables and may show less',
    'id(), and `is` between numbers or strings': 'constants are not merged across literals',
    'code objects, dis': 'the bytecode is of another kind',
    'numbers and repetitions that need gigabytes': 'how much memory there is depends on the machine',
}



def addresses(text):
    """Objects are where the allocator put them."""
    pieces = text.split(' at 0x')
    return pieces[0] + ''.join(' at 0x' + piece.lstrip('0123456789abcdef') for piece in pieces[1:])


ERASED = [addresses]


def erase(text):
    """The output without what is not to be compared."""
    for rule in ERASED:
        text = rule(text)
    return text


def order_around_nan(a, b):
    """The hash of nan is that of its address: sets and dicts of it have no order that could be compared."""
    return 'nan' in a and 'nan' in b and sorted(a) == sorted(b)


EXCUSES = [order_around_nan]


def excused(ours, reference):
    """Why the outputs may differ, line by line; None if there is no reason."""
    a, b = ours.split('\n'), reference.split('\n')
    if len(a) != len(b):
        return None
    reasons = set()
    for x, y in zip(a, b):
        if x != y:
            reason = next((rule.__doc__ for rule in EXCUSES if rule(x, y)), None)
            if not reason:
                return None
            reasons.add(reason)
    return ' '.join(sorted(reasons))
