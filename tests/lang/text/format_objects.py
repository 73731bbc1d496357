# What format() does with objects that have no __format__ of their own, or a wrong one.
class Plain:
    def __str__(self):
        return "plain"
class Own:
    def __format__(self, spec):
        return f"<{spec}>"
class Wrong:
    def __format__(self, spec):
        return 5
print(format(Plain()), f"{Plain()}", "{}".format(Own()), format(Own(), "a:b"), f"{Own():x{1}y}", "{:{}{}}".format(Own(), "p", 3))
for call in (lambda: format(Plain(), "5"), lambda: format(Wrong()), lambda: f"{Wrong()}", lambda: format(None, "5"), lambda: format([1], "s"), lambda: "{:d}".format({}), lambda: format(1, 2), lambda: object.__format__(1, "x")):
    try:
        print(call())
    except TypeError as e:
        print(e)
