# exit: 1
# An exception without a message has no colon.
raise KeyError
