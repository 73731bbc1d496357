# Attributes of a class: a data descriptor of the metaclass first, then the class's own, then the metaclass's others
class Data:
    def __get__(self, obj, owner):
        return "meta data", obj, owner

    def __set__(self, obj, value):
        print("meta set", value)


class NonData:
    def __get__(self, obj, owner):
        return "meta nondata"


class Meta(type):
    d, n, only = Data(), NonData(), NonData()

    @property
    def prop(cls):
        return cls.__name__.lower()


class C(metaclass=Meta):
    d = 1
    n = 2


print(C.d[0], C.d[1] is C, C.d[2] is Meta)
print(C.n, C.only, C.prop, C().n)
C.d = 9
print(C.__dict__["d"])
try:
    C.prop = 1
except AttributeError as e:
    print(e)
try:
    C().prop
except AttributeError as e:
    print(e)
