# get_referrers finds tracked holders, and only these.
import gc


class A:
    pass


target = A()
box = [target]
table = {"k": target}
pair = (target, box)
other = A()
other.attribute = target
found = gc.get_referrers(target)
print(box in found, table in found, pair in found, any(f is other or f is other.__dict__ for f in found))
print(globals() in found)
print(gc.get_referrers())
print(gc.get_referrers(A()))
