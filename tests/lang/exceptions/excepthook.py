# sys.excepthook may be replaced; what it raises itself is reported with the original
# exit: 1
import sys


def hook(kind, value, tb):
    print("hook:", kind.__name__, value, tb is value.__traceback__)


sys.excepthook = hook
sys.__excepthook__ is not hook and print("kept")


def last():
    raise KeyError("the end")


last()
