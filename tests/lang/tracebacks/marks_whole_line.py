# exit: 1
# No marks under a whole line; nor under a call that is returned or assigned.
def a():
    raise ValueError


def b():
    return a()


def c():
    x = b()


c()
