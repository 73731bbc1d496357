# __init_subclass__: keywords, order, super, errors
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print("init_subclass", cls.__name__, tag)


class A(Base, tag="a"):
    pass


class B(A):
    pass


print(A.tag, B.tag)
for make in (lambda: type("C", (Base,), {}, tag=1, wrong=2), lambda: type("D", (), {}, key=1),
             lambda: type("E", (object,), {}, a=1, b=2), lambda: object.__init_subclass__(1),
             lambda: object.__init_subclass__(x=1), lambda: Base.__init_subclass__(3)):
    try:
        make()
    except TypeError as e:
        print(e)


class Fails:
    def __init_subclass__(cls):
        raise ValueError("no subclasses")


try:
    class F(Fails):
        pass
except ValueError as e:
    print(e, getattr(e, "__notes__", None))


class Explicit:
    @classmethod
    def __init_subclass__(cls, **kw):
        print("explicit", cls.__name__, kw)


class G(Explicit, x=1):
    pass


class Left:
    def __init_subclass__(cls, **kw):
        print("left")
        super().__init_subclass__(**kw)


class Right:
    def __init_subclass__(cls, **kw):
        print("right")
        super().__init_subclass__(**kw)


class Both(Left, Right):
    pass
