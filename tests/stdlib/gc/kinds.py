# Cycles through each kind of container are found.
import gc

gc.collect()
gc.disable()


class A:
    pass


class B:
    __slots__ = "me", "__weakref__"


def make_list():
    x = []
    x.append(x)


def make_tuple():
    x = []
    x.append((x,))


def make_dict():
    x = {}
    x[1] = x


def make_set():
    a = A()
    a.s = {a}


def make_frozenset():
    a = A()
    a.s = frozenset([a])


def make_instance():
    a = A()
    a.a = a


def make_slots():
    b = B()
    b.me = b


def make_class():
    class C:
        pass


def make_method():
    a = A()
    a.m = a.__init__


def make_function():
    def f():
        return f


def make_exception():
    try:
        1 / 0
    except ZeroDivisionError as e:
        keep = e
    keep.me = keep


for make in (make_list, make_tuple, make_dict, make_set, make_frozenset, make_instance, make_slots, make_class,
             make_method, make_function, make_exception):
    make()
    print(make.__name__, gc.collect() > 0, gc.collect())
