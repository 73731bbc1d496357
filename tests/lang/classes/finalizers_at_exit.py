# When the program ends, __del__ still sees all globals of its module
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, x, helper())


def helper():
    return "helped"


def suspended():
    try:
        yield
    finally:
        print("finally", x)


a = Noisy("a")
x = 1
g = suspended()
next(g)
items = [g]
del g
