# Names that type scopes in a class see: of the class, global by declaration, of the function around.
class Foo[__T]:
    param = __T
    def meth[__U](self, arg: __U):
        return (__T, __U)
    type Alias[__V] = (__T, __V)
print(Foo.__type_params__, Foo.param.__name__, Foo().meth.__type_params__, Foo().meth(1), Foo.Alias.__value__, Foo.Alias.__type_params__)
ns = {}
exec("""
x = "global"
def outer():
    x = "nonlocal"
    class Cls:
        type Alias = x
        val = Alias.__value__
        def meth[T: x](self, arg: x): ...
        bound = meth.__type_params__[0].__bound__
        annotation = meth.__annotations__["arg"]
        x = "class"
    return Cls
""", ns)
C = ns["outer"]()
print(C.val, C.bound, C.annotation)
exec("""
x = "global"
def outer():
    x = "nonlocal"
    class Cls:
        global x
        type Alias = x
    Cls.x = "class"
    return Cls
""", ns)
print(ns["outer"]().Alias.__value__)
exec("""
x = "global"
def outer():
    x = "nonlocal"
    class Cls:
        global x
        type Alias = x
        x = "global from class"
    Cls.x = "class"
    return Cls
""", ns)
print(ns["outer"]().Alias.__value__, ns["x"])
exec("""
class Cls:
    x = "class"
    type Alias1 = x
    def f():
        global x
        class Inner:
            type A = x
        return Inner
class C2:
    global x
    x = "g"
    type Alias = x
    def m[T: x](self, a: x): pass
C2.x = "cls"
""", ns)
print(ns["C2"].Alias.__value__, ns['C2'].m.__type_params__[0].__bound__, ns['C2'].m.__annotations__)
exec("""
x = "global"
def outer():
    x = "nonlocal"
    class Cls:
        nonlocal x
        type Alias = x
        x = "nonlocal from class"
    Cls.x = "class"
    return x, Cls
""", ns)
x, C = ns["outer"](); print(x, C.Alias.__value__)
exec("""
x = "global"
class Cls:
        type Alias = x
        def m[T: x](self, a: x): pass
        x = "class"
x = "global2"
""", ns)
print(ns["Cls"].Alias.__value__, ns['Cls'].m.__type_params__[0].__bound__, ns['Cls'].m.__annotations__)
