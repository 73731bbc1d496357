# StopIteration.value, SystemExit.code, KeyError's str, and fields that can be replaced
for cls in (StopIteration, SystemExit, KeyError, StopAsyncIteration, GeneratorExit):
    for args in ((), (1,), (1, 2), ("text",), (None,), ((),)):
        e = cls(*args)
        print(cls.__name__, args, repr(str(e)), repr(e), getattr(e, "value", "-"), getattr(e, "code", "-"), end="; ")
    print()
e = StopIteration(1)
e.value = 2
print(e, e.args, e.value)
del e.value
print(e.value)
e = SystemExit(3)
e.code = "new"
print(e, e.code)
e = KeyError("a", "b")
e.args = ("c",)
print(e)
e.args = [1, 2]
print(e.args, e)
for bad in (5, None):
    try:
        e.args = bad
    except TypeError as x:
        print(x)
try:
    del e.args
except TypeError as x:
    print(x)


class Own(SystemExit):
    code = 5


print(Own(3).code, StopIteration.value, SystemExit(1).__dict__)
