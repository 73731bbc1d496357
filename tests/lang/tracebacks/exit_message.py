# exit: 1
# SystemExit with a message: only that.
import sys

try:
    1 / 0
except ZeroDivisionError:
    sys.exit("cannot go on")
