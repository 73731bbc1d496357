# exit: 1
# Causes and contexts in one chain; a chain that bites its tail ends there.
a, b = ValueError("a"), TypeError("b")
try:
    raise a
except ValueError:
    try:
        raise b
    except TypeError as e:
        a.__cause__ = e
        raise a
