# __class_getitem__ = None: the class cannot be subscripted; other wrong values are called
class Never:
    __class_getitem__ = None


class Wrong:
    __class_getitem__ = 1


class Meta(type):
    __getitem__ = None


class Both(metaclass=Meta):
    def __class_getitem__(cls, item):
        return item


class Inherits(Never):
    pass


class Restores(Never):
    def __class_getitem__(cls, item):
        return cls.__name__, item


for cls in (Never, Wrong, Both, Inherits, Restores, int, object, type):
    try:
        print(cls[1])
    except TypeError as e:
        print(e)
