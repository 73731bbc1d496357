# exit: 1
# A local variable without a value, and one of an enclosing function.
def outer():
    def inner():
        return value
    try:
        inner()
    except NameError as e:
        print(e, e.name)
    value = 1
    print(inner())
    del value
    inner()


outer()
