# exit: 1
# raise ... from None hides what was being handled.
try:
    1 / 0
except ZeroDivisionError:
    raise RuntimeError("only this one") from None
