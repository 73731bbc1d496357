# Type parameters and aliases (PEP 695, 696), annotations evaluated lazily (PEP 649).
def first[T](items: list[T], n: int = 0) -> T: return items[n]


print(first([1, 2]), first.__type_params__, first.__annotations__, first.__defaults__, first.__qualname__)


class Stack[T: int, *Ts, **P](list[T]):
    items: list[T]
    def push[U](self, x: T, y: U) -> "Stack[T]": return T, U
    def types(self): return T, Ts, P


s = Stack()
print(s.push(1, 2), s.types(), Stack.__type_params__, Stack.__parameters__)
T, Ts, P = Stack.__type_params__
print(T.__bound__, Ts.__name__, P.__name__, T.__constraints__, Stack.__annotations__)


def constrained[A: (int, str), B: "forward"](a: A, *args: B, **kw: undefined) -> None: pass


A, B = constrained.__type_params__
print(A.__constraints__, B.__bound__, A.__bound__)
try: constrained.__annotations__
except NameError as e: print(e)
type Alias[K] = dict[K, Alias[K]]
type Simple = later
print(Alias, Alias.__type_params__, Simple.__name__)
try: Simple.__value__
except NameError as e: print(e)
later = int
print(Simple.__value__, Alias[str].__args__)


class C:
    T = "class T"
    x: T
    y: missing = 1
    if True: z: (T, "cond")
    if False: w: int
    def m(self, a: T, b: x = 2) -> z: pass
    @classmethod
    def g[V: T](cls, v: V) -> [T for _ in (1,)]: return V.__bound__
    missing = 3


print(C.__annotations__, C.m.__annotations__ if hasattr(C, "x") else "no x", C.g(1), C.g.__annotations__)
m1: int = 5
m2: "text"
for i in range(2): m3: str = i
if i > 5: m4: never
print(__annotate__(1), __conditional_annotations__)
class Defaults[*Us = *tuple[int, ...]]: pass
class Default[V = later, **W = [int]]: pass
print(Defaults.__type_params__[0].__default__, [p.__default__ for p in Default.__type_params__])


def local():
    a: print("not evaluated") = 1
    b: int
    (c): int = 2
    try: b
    except UnboundLocalError as e: return a, c, str(e)


print(local(), local.__annotations__)
obj = type("O", (), {})()
obj.attr: int = 4
[0][0:1]: int
print(obj.attr, first.__annotate__(1), C.__annotate__.__name__)
try: first.__annotate__(3)
except NotImplementedError: print("not implemented")


def outer(q):
    class D[X]:
        v: X
        def f(self, a: q) -> X: return q
    type L = q
    return D.f.__annotations__, D("z") if False else D().f(1), L.__value__


print(outer("Q"))
lam = lambda x: (yield)
async def coro[Z](z: Z): return Z
print(coro.__type_params__, coro.__annotations__)
