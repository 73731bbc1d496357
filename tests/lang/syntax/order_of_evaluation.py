# The order in which the parts of expressions and statements are evaluated.
log = []
def v(name, value=None):
    log.append(name)
    return value if value is not None else name
def show(label):
    print(label, "".join(log))
    log.clear()
v("a", 1) + v("b", 2) * v("c", 3); show("+*")
v("a", print); v("f", lambda *a, **k: 0)(v("x"), *v("y", [1]), k=v("z"), **v("w", {})); show("call")
{v("a"): v("b"), v("c"): v("d"), **v("e", {})}; show("dict")
v("l", [0, 0, 0])[v("i", 0):v("j", 1):v("k", 1)] = v("r", [5]); show("slice store")
v("d", {})[v("k")] = v("o", type("O", (), {})()).attr = v("r"); show("chained")
v("x", 1) < v("y", 2) < v("z", 0) < v("w", 9); show("compare")
v("t", 1) if v("c", 1) else v("e"); show("if")
[v("e") for x in v("i", [1]) if v("c", 1)]; show("listcomp")
{v("k"): v("w") for x in v("i", [1])}; show("dictcomp")
def f(a=v("d1"), *, b=v("d2")) -> v("r"): pass
show("def")
@v("dec1", lambda f: v("app1") and f)
@v("dec2", lambda f: v("app2") and f)
class C(v("base", object), metaclass=v("meta", type)): body = v("body")
show("class")
x = {"k": 1}
v("x", x)[v("key", "k")] += v("val", 2); show("augmented")
assert v("test", 1), v("msg"); show("assert")
f"{v('a')}{v('b'):{v('s', '>3')}}"; show("f-string")
lambda a=v("default"): v("body"); show("lambda")
del v("x", {"q": 1})[v("y", "q")]; show("del")
v("a", [3])[0], v("b", {})["k"] = v("r1"), v("r2"); show("tuple store")
with v("cm", open(__file__)) as v("o", type("O", (), {})()).f: v("body")
show("with")
for v("t", {})["k"] in v("it", [1]): pass
show("for")
v("n", 2) ** -v("m", 1), not v("o", 0), v("p", 0) or v("q", 0) and v("r"); show("unary, or, and")
print([*v("s", [1]), v("u", 2)], {*v("w", [3])}); show("stars")
