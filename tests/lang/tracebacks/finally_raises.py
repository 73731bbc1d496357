# exit: 1
# finally that raises.
def f():
    try:
        return [1][1]
    finally:
        {}.pop("x")


f()
