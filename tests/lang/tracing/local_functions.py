# What the trace function returns is called for that frame; f_trace and f_trace_lines; profile functions.
import sys

log = []


def f(n):
    a = n
    return a


def run(hook):
    log.clear()
    sys.settrace(hook)
    f(1)
    sys.settrace(None)
    print(log)


run(lambda frame, event, arg: log.append(event))


def first(frame, event, arg):
    log.append(("first", event))
    return second


def second(frame, event, arg):
    log.append(("second", event))


run(first)


def no_lines(frame, event, arg):
    frame.f_trace_lines = False
    log.append(event)
    return no_lines


run(no_lines)


def here():
    frame = sys._getframe()
    frame.f_trace = lambda f, event, arg: log.append((event, f.f_lineno - f.f_code.co_firstlineno))
    sys.settrace(lambda *args: None)
    x = 1
    y = 2
    sys.settrace(None)
    return frame.f_trace is not None, frame.f_trace_lines, frame.f_trace_opcodes


log.clear()
print(here(), log)
log.clear()


def profile(frame, event, arg):
    if not event.startswith("c_"):
        log.append((event, frame.f_code.co_name, arg))


sys.setprofile(profile)
f(3)
print(sys.getprofile() is profile, sys.gettrace())
sys.setprofile(None)
print(log, sys.getprofile())
for action in (lambda: sys.settrace(), lambda: setattr(sys._getframe(), "f_trace_lines", 3),
               lambda: setattr(sys._getframe(), "f_trace_opcodes", 3), lambda: setattr(sys._getframe(), "f_lineno", 3)):
    try:
        action()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
