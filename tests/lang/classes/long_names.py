# A name that is long is cut off where an attribute cannot be deleted.
C = type('a' * 60, (), {})


def deleted(o):
    try:
        del o.x
    except AttributeError as e:
        print(e)


deleted(C)
deleted(C())
