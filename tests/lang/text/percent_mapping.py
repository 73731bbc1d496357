# %(key)s takes keys with parentheses, any mapping, and leaves other keys alone.
class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"
print("%(a)s %(b)d %(a)r" % {"a": "x", "b": 2, "c": 3}, "%(a(b)c)s" % {"a(b)c": 1}, "%()s" % {"": "empty"}, "%(x)s" % Default(), "%(a)5s|%(a)-5s|" % {"a": 1})
print("%s" % {"a": 1}, "%s" % [1, 2], "no directives" % {}, "no directives" % [], "%%" % {}, "%(a)%" % {"a": 1} if False else "")
class Index:
    def __getitem__(self, key):
        return key * 2
print("%(ab)s" % Index())
