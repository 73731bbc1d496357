# __get__ and the like count only in the type of the attribute, not in the attribute itself
class Plain:
    pass


p = Plain()
p.__get__ = lambda obj, owner: "never"


class C:
    a = p


print(C().a is p, C.a is p)


class Later:
    pass


later = Later()


class D:
    b = later


print(D().b is later)
Later.__get__ = lambda self, obj, owner: "now"
print(D().b, D.b)
Later.__set__ = lambda self, obj, value: print("set", value)
d = D()
d.b = 3
print(d.__dict__)
del Later.__get__, Later.__set__
print(d.b is later)
