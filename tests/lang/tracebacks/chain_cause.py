# exit: 1
# raise ... from ...: the cause comes first, then the exception that it was the cause of.
def inner():
    return {}["missing"]


def outer():
    try:
        inner()
    except KeyError as e:
        raise ValueError("no such thing") from e


outer()
