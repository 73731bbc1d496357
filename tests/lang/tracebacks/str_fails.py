# exit: 1
# An exception whose __str__ fails; a class name from a module.
class Strange(Exception):
    __module__ = "some.module"
    __qualname__ = "Other.Name"

    def __str__(self):
        raise ValueError


raise Strange
