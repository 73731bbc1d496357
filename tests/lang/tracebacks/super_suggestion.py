# What may have been meant by a wrong attribute of super() are the attributes of the object, and of a class its own.
import traceback


class C(property):
    pass


class D:
    itemz = 1


for o, name in [(super(C, C()), "__getitem__"), (super(D, D()), "items"), (D, "items"), (D(), "items")]:
    try:
        getattr(o, name)
    except AttributeError as e:
        print(*traceback.format_exception_only(e), sep="", end="")
