# Assignments: chained, unpacked with stars, to attributes, subscripts and slices; order of evaluation.
def log(name, value):
    print(name, end=" ")
    return value


class Target:
    def __setattr__(self, name, value):
        print("set", name, value)

    def __setitem__(self, key, value):
        print("item", key, value)


t = Target()
log("t1", t).a = log("t2", t)[log("k", 0)] = log("v", 5)
a, (b, *c), [d] = 1, (2, 3, 4), [5]
*e, f = "xyz"
(g), h, = [6], 7
t[1:2, ..., ::3], t.x = "slice", "attribute"
print(a, b, c, d, e, f, g, h)
x = [1, 2, 3, 4]
i = 0
i, x[i] = 2, 9
print(i, x)
x[1:1] = x[3:] = "ab"
print(x)
[], () = {}, ""
for bad in lambda: [0 for a, b in [(1,)]], lambda: [0 for a, *b in [()]], lambda: [0 for a, b in [(1, 2, 3)]]:
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(error)
