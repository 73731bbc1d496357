# exit: 1
# What fails in the head of a class.
class Meta(type):
    def __new__(cls, name, bases, namespace, **kwargs):
        return super().__new__(cls, name, bases, namespace) if kwargs else kwargs["none"]


class A(metaclass=Meta, key=1):
    pass


class B(A, metaclass=Meta):
    pass
