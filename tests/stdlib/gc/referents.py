# get_referents tells what an object refers to directly.
import gc

inner = [1]
print(sorted(gc.get_referents([inner, 2.5]), key=str))
print(gc.get_referents((inner, inner)))
print(gc.get_referents({"a": inner}))
print(sorted(gc.get_referents({1: "x", 2: "y"}), key=str))
print(gc.get_referents(1, "text", 2.5, None))
print(gc.get_referents([1], [2]))
print(gc.get_referents())
f = lambda x=inner: x
print(inner in [y for x in gc.get_referents(f) if type(x) is tuple for y in x])
