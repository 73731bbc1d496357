# The repr of references and proxies names the class with its qualified name
import weakref


def make():
    class Inner:
        pass
    return Inner()


def words(x):
    print(' '.join(w for w in repr(x).split() if '0x' not in w))


class Outer:
    def method(self):
        pass


inner, outer = make(), Outer()
reference = weakref.ref(inner)
words(reference)
words(weakref.proxy(inner))
words(weakref.ref(outer))
words(weakref.ref(Outer))
words(weakref.ref(make))
words(weakref.WeakMethod(outer.method))
inner.__class__.__module__ = "somewhere.else"
words(reference)
inner.__class__.__module__ = 5
words(reference)
del inner
words(reference)
