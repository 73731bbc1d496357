# exit: 1
# Notes follow the message; what is no str is shown as well as it can be.
class Bad:
    def __str__(self):
        raise ValueError


e = ValueError("message")
e.add_note("note 1")
e.add_note("note 2\nand more")
e.__notes__ += [3, Bad()]
raise e
