# exit: 1
# A call over many lines: its first and last lines are shown, and how many were left out.
def f(*args, **kwargs):
    raise ValueError(len(args))


print(
    f(
        1,
        2,
        3,
        key="value",
        other=[
            4,
        ],
    )
)
