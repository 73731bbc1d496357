# Attributes that are perhaps meant; private ones only where one asks for a private name.
import traceback


class A:
    blech = None
    _private = 1
    __slots__ = ("slot",)


class B:
    def __dir__(self):
        return ["other", 3, "bluch"]


for o, name in [(A(), "bluch"), (A(), "_privat"), (A(), "privat"), (A, "blec"), ([], "appendd"), ("", "uper"), (B(), "blech"),
                (None, "x"), (A(), "Slot"), (print, "__nme__"), (A(), "xyzzy"), (1, "re al"), (A(), "a" * 50)]:
    try:
        getattr(o, name)
    except AttributeError as e:
        print(traceback.format_exception_only(e)[-1], end="")
