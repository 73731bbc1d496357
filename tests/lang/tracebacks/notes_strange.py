# exit: 1
# __notes__ that is no list is shown as it is.
e = ValueError("message")
e.__notes__ = {"a": 1}
raise e
