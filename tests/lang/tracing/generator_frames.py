# A generator has one frame object, whoever is told of it.
import sys

seen = []


def profile(frame, event, arg):
    if frame.f_code.co_name in ("f", "g"):
        if frame not in seen:
            seen.append(frame)
        print(event, frame.f_code.co_name, seen.index(frame), frame.f_lineno - frame.f_code.co_firstlineno, arg if event == "return" else "")


def f():
    for i in range(2):
        yield i


def g():
    for i in f():
        pass


sys.setprofile(profile)
g()
sys.setprofile(None)
generator = f()
sys.setprofile(profile)
next(generator)
sys.setprofile(None)
print(generator.gi_frame in seen, len(seen))
seen.clear()
