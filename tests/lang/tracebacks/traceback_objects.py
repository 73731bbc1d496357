# tb_frame, tb_lineno, tb_lasti, tb_next; entries can be made, and put together anew, but not in a circle.
import sys, traceback, types


def f():
    g()


def g():
    raise ValueError


try:
    f()
except ValueError as e:
    tb = e.__traceback__
names = []
t = tb
while t:
    names.append((t.tb_frame.f_code.co_name, t.tb_lineno, type(t.tb_lasti).__name__))
    t = t.tb_next
print(names)
made = types.TracebackType(None, tb.tb_frame, 2, 77)
print(made.tb_next, made.tb_lasti, made.tb_lineno)
made.tb_next = tb.tb_next
print([entry.lineno for entry in traceback.extract_tb(made)])
for value in made, 1:
    try:
        made.tb_next = value
    except (TypeError, ValueError) as e:
        print(e)
try:
    raise KeyError("other").with_traceback(made)
except KeyError as e:
    print([entry.lineno for entry in traceback.extract_tb(e.__traceback__)])
e = ValueError()
for value in 1, "x":
    try:
        e.__traceback__ = value
    except TypeError as error:
        print(error)
