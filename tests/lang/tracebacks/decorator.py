# exit: 1
# What fails in a decorator, and in the function that a decorator made.
def twice(f):
    def wrapper(*args):
        return f(*args), f(*args)
    return wrapper


@twice
def half(x):
    return x // 2


print(half(4))


@twice.missing
def other():
    pass
