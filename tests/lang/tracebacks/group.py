# exit: 1
# An exception group as a tree, with a nested group and a member that has a traceback of its own.
def fail():
    raise OSError(2, "gone")


errors = [ValueError("one"), TypeError("two")]
try:
    fail()
except OSError as e:
    errors.append(e)
raise ExceptionGroup("several things", [*errors, ExceptionGroup("inner", [KeyError("k"), IndexError()])])
