# exit: 1
# A group with a cause, in whose members there are causes too.
def member():
    try:
        1 / 0
    except ZeroDivisionError as e:
        error = ValueError("member")
        error.__cause__ = e
        return error


try:
    int("x")
except ValueError as e:
    raise ExceptionGroup("the group", [member()]) from e
