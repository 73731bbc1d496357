# Decorators may be any expression; order of evaluation and application.
def show(label):
    print("evaluate", label)
    def decorate(f):
        print("apply", label, f.__name__)
        return f
    return decorate
@show("a")
@show("b")
def f(x=print("default")) -> print("not now"): return 1
table = {"k": [show("c")]}
@table["k"][0]
class C: pass
@(lambda f: f.__name__)
def named(): pass
@(x := show("d"))
def g(): pass
@show("e") if True else show("f")
async def h(): pass
@int
@str
@len
@list
@lambda f: f.__name__
def number(): pass
print(named, number, f(), x(g) is g)
@property
def not_method(self): pass
print(type(not_method).__name__)
