# bool is an int: arithmetic gives ints, logic of two bools stays bool, ~ warns.
import warnings

print(True + True, True - 1, -True, +True, abs(False), True / 2, True // 1, False ** False, True << 2)
print(True & False, True | False, True ^ True, True & 1, 1 | True, (True & 3).__class__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(eval("~True"), (lambda x: ~x)(False))
    print(len(caught), caught[0].category.__name__, str(caught[0].message)[:60])
print(repr(True), str(False), f"{True}", f"{True:d}", f"{True:5}", f"{True!s:>6}", "%d" % True, "%s" % True, format(True, ""))
print(bool(), bool(0.0), bool("0"), bool([]), bool(2**70), bool(float("nan")), bool(None), bool(0j))
class Falsy:
    def __bool__(self):
        return False
class Wrong:
    def __bool__(self):
        return 0
class Empty:
    def __len__(self):
        return 0
print(bool(Falsy()), bool(Empty()))
for make in (lambda: bool(Wrong()), lambda: bool(1, 2), lambda: bool(x=1), lambda: type("B", (bool,), {})):
    try:
        print(make())
    except TypeError as e:
        print(e)
