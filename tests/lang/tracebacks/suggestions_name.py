# Names that are perhaps meant: of locals, globals, built-ins, attributes of self, modules.
import traceback


class A:
    def __init__(self):
        self.attribute = 1

    def method(self):
        return attribute


def local():
    counter = 1
    return countr


for f in local, A().method, lambda: pritn, lambda: sys, lambda: sys.path, lambda: xyzzy, lambda: lenn, lambda: a:
    try:
        f()
    except NameError as e:
        print(traceback.format_exception(e)[-1], end="")
