# exit: 1
# A member of a group whose context is a group that has it, too: the context is led to once.
def f():
    try:
        raise ExceptionGroup('b', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise e.exceptions[0]


f()
