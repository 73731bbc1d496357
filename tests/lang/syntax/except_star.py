# except*: parts of a group, nested groups, what is raised in the end.
def run(group, *, again=False):
    try:
        try:
            raise group
        except* ValueError as e:
            print("V", [str(x) for x in e.exceptions])
            if again: raise RuntimeError("new")
        except* (KeyError, TypeError) as e:
            print("KT", e.exceptions)
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("out:", repr(e))


run(ExceptionGroup("g", [ValueError(1), KeyError(2), ValueError(3)]))
run(ExceptionGroup("g", [ValueError(1), OSError(2)]))
run(ExceptionGroup("g", [ExceptionGroup("h", [TypeError(1), OSError(5)]), ValueError(3)]))
run(ExceptionGroup("g", [ValueError(1), KeyError(2)]), again=True)
run(ValueError("naked"))
run(OSError("naked"))
try:
    pass
except* ValueError:
    print("never")
else:
    print("nothing raised")
for i in range(3):
    try:
        if i == 1: raise TypeError(i)
        print("i", i)
    except* TypeError as e:
        print(repr(e))
