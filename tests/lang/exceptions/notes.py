# add_note and __notes__, with_traceback
e = ValueError("m")
print(hasattr(e, "__notes__"))
e.add_note("one")
e.add_note("two")
print(e.__notes__, e.args)
for bad in (5, None, b"x"):
    try:
        e.add_note(bad)
    except TypeError as x:
        print(x)
e.__notes__ = "not a list"
try:
    e.add_note("three")
except TypeError as x:
    print(x)
e.__notes__ = ("a", "tuple")
try:
    e.add_note("three")
except TypeError as x:
    print(x)
del e.__notes__
e.add_note("again")
print(e.__notes__)


class Note(str):
    pass


e.add_note(Note("sub"))
print([type(n).__name__ for n in e.__notes__])
for bad in (5, "x"):
    try:
        e.with_traceback(bad)
    except TypeError as x:
        print(x)
print(e.with_traceback(None) is e, e.__traceback__)
try:
    raise e
except ValueError as x:
    tb = x.__traceback__
k = KeyError().with_traceback(tb)
print(k.__traceback__ is tb)
k.__notes__ = ["multi\nline", 5]
import traceback
print("".join(traceback.format_exception_only(k)))
try:
    e.add_note()
except TypeError as x:
    print(x)
