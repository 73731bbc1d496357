# Exceptions that can be raised nowhere are reported, and the program goes on.
import sys


class A:
    def __del__(self):
        raise ValueError("del")


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg.split(' at ')[0], args.object, args.exc_traceback.tb_lineno)


sys.unraisablehook = hook
a = A()
del a
print("on")
