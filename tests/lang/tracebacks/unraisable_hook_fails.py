# sys.unraisablehook that raises is reported itself.
import sys


class A:
    def __del__(self):
        raise ValueError("del")


class Hook:
    def __call__(self, args):
        return 1 / 0

    def __repr__(self):
        return "the hook"


sys.unraisablehook = Hook()
A()
print("on")
