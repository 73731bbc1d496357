# exit: 1
# The same line over and over: three of them, then how many more there were.
def down(n):
    if n:
        return down(n - 1)
    raise ValueError("bottom")


down(20)
