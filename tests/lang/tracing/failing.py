# A trace function that raises is heard no more; its exception goes on in the program.
import sys


def f():
    return 1


def divides():
    return 1 / 0


for when in ("call", "line", "return", "exception"):
    def hook(frame, event, arg):
        if event == when:
            raise ValueError(f"in {event}")
        return hook

    sys.settrace(hook)
    try:
        divides() if when == "exception" else f()
    except ValueError as e:
        print(e, repr(e.__context__), sys.gettrace(), e.__traceback__.tb_next.tb_frame.f_code.co_name)


def only_outside(frame, event, arg):
    helper()
    seen.append(frame.f_code.co_name)


def helper():
    return 2


seen = []
sys.settrace(only_outside)
helper()
sys.settrace(None)
print(seen)
