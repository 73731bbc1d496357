# __set_name__: called in order after the class is made, looked up on the type; an error gets a note
class Field:
    def __init__(self, label):
        self.label = label

    def __set_name__(self, owner, name):
        print(self.label, owner.__name__, name)
        self.name = name


shared = Field("shared")


class C:
    a = Field("first")
    b = shared
    c = shared
    d = [Field("inside a list")]


print(shared.name)
C.later = Field("later")


class Boom:
    def __set_name__(self, owner, name):
        raise LookupError("boom")


try:
    class D:
        x = Boom()
except LookupError as e:
    print(e, e.__notes__)


class Instance:
    pass


i = Instance()
i.__set_name__ = lambda owner, name: print("never")


class E:
    x = i


class Wrong:
    def __set_name__(self):
        pass


try:
    class F:
        y = Wrong()
except TypeError as e:
    print(e, e.__notes__)


class Adds:
    def __set_name__(self, owner, name):
        owner.added = name


class G:
    z = Adds()


print(G.added)
