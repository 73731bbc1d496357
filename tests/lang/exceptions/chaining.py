# __context__, __cause__, __suppress_context__: how raise sets them
def run(f):
    try:
        f()
    except Exception as e:
        chain = []
        while e and len(chain) < 6:
            chain.append((type(e).__name__, type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__))
            e = e.__cause__ or e.__context__
        print(chain)


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError


def explicit():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError from e


def none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError from None


def cls():
    raise ValueError from KeyError


def wrong():
    raise ValueError from 5


def itself():
    e = ValueError()
    raise e from e


def cycle():
    a, b = ValueError("a"), KeyError("b")
    try:
        try:
            raise a
        except ValueError:
            raise b
    except KeyError:
        raise a


def nested():
    try:
        try:
            1 / 0
        finally:
            [].x
    except AttributeError:
        {}["k"]


def same_again():
    try:
        1 / 0
    except ZeroDivisionError as e:
        try:
            raise e
        except ZeroDivisionError:
            raise


for f in (implicit, explicit, none, cls, wrong, itself, cycle, nested, same_again):
    run(f)
e = ValueError()
for name in ("__cause__", "__context__", "__traceback__"):
    for value in (5, KeyError, "x"):
        try:
            setattr(e, name, value)
        except TypeError as x:
            print(x)
    try:
        delattr(e, name)
    except TypeError as x:
        print(x)
e.__cause__ = KeyError()
print(e.__suppress_context__)
try:
    e.__suppress_context__ = 0
except TypeError as x:
    print(x)
