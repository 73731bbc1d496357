# exit: 1
# raise without an operand: the entry of the frame appears once, with the line of the first raise.
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        print("handled")
        raise


def g():
    try:
        f()
    except ZeroDivisionError as e:
        raise e


g()
