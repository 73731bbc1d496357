# stack, trace, getframeinfo: functions, lines, context, positions
import inspect
import os

def show(info):
    positions = info.positions and tuple(info.positions)
    print(os.path.basename(info.filename), info.lineno, info.function, info.code_context, info.index, positions)

def inner():
    for info in inspect.stack(3):
        show(info)
    return inspect.currentframe()

def outer():
    return inner()

frame = outer()
print(frame.f_code.co_name, inspect.getlineno(frame) == frame.f_lineno)
show(inspect.getframeinfo(frame, context=0))

def fail():
    return 1 / 0
try:
    fail()
except ZeroDivisionError as e:
    for info in inspect.trace():
        show(info)
        print(type(info).__name__, info.frame.f_code.co_name, len(info))
    show(inspect.getframeinfo(e.__traceback__))
    print(inspect.getframeinfo(e.__traceback__)._fields)
print(inspect.trace())
