# exit: 1
# Two functions that call one another are not folded.
def even(n):
    return odd(n - 1)


def odd(n):
    if n < 0:
        raise ValueError(n)
    return even(n - 1)


even(4)
