# exit: 1
# sys.excepthook gets what nobody caught; when it fails itself both are shown.
import sys


def hook(kind, value, tb):
    print("hook", kind.__name__, value, tb.tb_lineno)
    raise LookupError("in the hook")


sys.excepthook = hook
raise ValueError("original")
