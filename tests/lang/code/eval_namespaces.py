# eval and exec: which namespaces names come from and go to.
x = "global"
def f():
    x = "local"
    y = 1
    print(eval("x"), eval("x", {"x": "given"}), eval("x, y", {"y": 2}, {"x": 3}), eval("x", globals()), eval("[x for _ in 'a']", {"x": 4}))
    exec("x = 'changed'; z = 5")
    print(x, "z" in locals(), eval("locals() == {'x': 'local', 'y': 1}"))
    namespace = {}
    exec("a = 1\ndef g(): return a\nclass C: b = a", namespace)
    print(namespace["g"](), namespace["C"].b, "__builtins__" in namespace, sorted(k for k in namespace if k[0] != "_"))
    g, l = {"q": 1}, {}
    exec("a = q\ndef h(): return q, 'a' in globals()\nb = h()", g, l)
    print(sorted(l), "a" in g, l["b"])
f()
class Mapping(dict):
    def __missing__(self, key):
        if key.startswith("m"): return key * 2
        raise KeyError(key)
class Plain:
    def __getitem__(self, key): print("get", key); raise KeyError
    def __setitem__(self, key, value): print("set", key, value)
print(eval("max + m1 if 0 else m1", {}, Mapping()), eval("len('ab')", {}, Plain()))
exec("v = len('abc')", {}, Plain())
print(eval("__builtins__", {"__builtins__": {"abs": 1}}), eval("abs", {"__builtins__": {"abs": 1}}))
for args in [("x", 1), ("x", {}, 1), ("x", None, None), ("x", {}, None), (1,), (), ("x", {}, {}, {}), ("nope",), ("1 +",), ("x = 1",), (b"1 + 1",), ("  \t1",), ("1\n",)]:
    for function in eval, exec:
        try:
            print(function.__name__, str(args)[:20], function(*args))
        except Exception as e:
            print(function.__name__, str(args)[:20], type(e).__name__, e)
