# exit: 1
# An error that is found after parsing.
def f():
    x = 1
    global x
