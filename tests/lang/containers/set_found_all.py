# intersection and issubset stop once all items have been found, and take no hash of what comes behind
def show(f):
    try: print(f())
    except TypeError as e: print(e)
show(lambda: frozenset([1.5]).issubset([1.5, bytearray(b'')]))
show(lambda: frozenset([1.5]).issubset([bytearray(b''), 1.5]))
show(lambda: {1.5}.issubset(x for x in (1.5, 2, [])))
show(lambda: {1.5, 2}.intersection([1.5, 2, []]))
show(lambda: set().issubset([[]]))
show(lambda: set().intersection([1, 2]))
