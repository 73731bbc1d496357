# Qualified names: annotation and type scopes are seen through, functions and classes are not.
def f(a: (lambda: 0)): pass
print(f.__annotations__['a'].__qualname__, f.__annotate__.__qualname__)
class A:
    def m(self, a: (lambda: 0)): pass
    x: (lambda: 0)
    y: [i for i in [lambda: 0]]
    z: (i for i in [lambda: 0])
    type T = lambda: 0
    def g[U: (lambda: 0)](self, b: lambda: 0): pass
print(A.m.__annotations__['a'].__qualname__, A.__annotations__['x'].__qualname__,  A.__annotations__['y'][0].__qualname__,  A.__annotations__['z'].__qualname__, list(A.__annotations__['z'])[0].__qualname__, A.T.__value__.__qualname__, A.m.__annotate__.__qualname__, A.__annotate__.__qualname__)
print(A.g.__type_params__[0].__bound__.__qualname__, A.g.__annotations__['b'].__qualname__, A.g.__qualname__)
def outer():
    def f(a: (lambda: 0)): pass
    class B:
        x: (lambda: 0)
        def m(self, a: (lambda: 0)): pass
    type T[Q: (lambda: 0)] = lambda: 0
    return f, B, T
f, B, T = outer()
print(f.__annotations__['a'].__qualname__, B.__annotations__['x'].__qualname__, B.m.__annotations__['a'].__qualname__, T.__value__.__qualname__, T.__type_params__[0].__bound__.__qualname__, f.__annotate__.__qualname__)
x: (lambda: 0)
print(__annotate__(1)['x'].__qualname__, __annotate__.__qualname__)
class G[T: (lambda: 0)](*[lambda: 0][1:]):
    def m[V](self): return lambda: 0
    class I[W]: f = lambda: 0
print(G.__type_params__[0].__bound__.__qualname__, G().m().__qualname__, G.I.f.__qualname__)
def dec(a=lambda: 0, *, b=[lambda: 0]): return a, b[0]
print(dec()[0].__qualname__, dec()[1].__qualname__)
print([*(lambda: 0 for _ in 'a')][0].__qualname__, [lambda: 0 for _ in 'a'][0].__qualname__)
def q(): return [*(lambda: 0 for _ in 'a')][0].__qualname__, [lambda: 0 for _ in 'a'][0].__qualname__, (lambda: lambda: 0)().__qualname__
print(q())
class Q:
    a = [*(lambda: 0 for _ in 'a')][0].__qualname__, [lambda: 0 for _ in 'a'][0].__qualname__, (lambda: lambda: 0)().__qualname__
    def f[T](self):
        def g[U](): return lambda: 0
        class C[V]:
            def h(self): pass
        return g.__qualname__, g().__qualname__, C.__qualname__, C.h.__qualname__
print(Q.a, Q().f())
def ff[T](x: (lambda: 0) = lambda: 0): pass
print(ff.__annotations__['x'].__qualname__, ff.__defaults__[0].__qualname__, ff.__annotate__.__qualname__)
