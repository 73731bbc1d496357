# exit: 1
# except* that raises: what it raised and what was left over, together.
try:
    raise ExceptionGroup("group", [ValueError(1), TypeError(2), OSError(3)])
except* ValueError as e:
    raise KeyError("new")
except* TypeError:
    print("taken")
