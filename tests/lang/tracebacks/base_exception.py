# exit: 1
# Exceptions that are not of Exception are shown the same way.
class Stop(BaseException):
    pass


raise Stop("now", 1)
