# exit: 1
# A condition over several lines, with a comment in it.
values = {"a": 1}
if (values["a"]  # fine
        and values
        ["b"] > 2):
    pass
