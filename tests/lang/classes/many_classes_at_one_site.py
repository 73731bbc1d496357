# One place in the source that reads, stores and calls attributes of objects of many classes, which change meanwhile.
class Base:
    def name(self):
        return type(self).__name__ + str(self.x)


def make(i):
    if i % 2:
        def __init__(self):
            self.x = i
        return type(f"Plain{i}", (Base,), {"__init__": __init__})

    def __init__(self):
        self.x = i * 10
    return type(f"Slotted{i}", (Base,), {"__slots__": ("x",), "__init__": __init__})


def total(objects):
    result = 0
    for o in objects:
        result += o.x
        o.x = o.x + 1
    return result


def names(objects):
    return [o.name() for o in objects]


classes = [make(i) for i in range(8)]
for _ in range(300):
    objects = [c() for c in classes]
    result = total(objects)
print(result, names(objects * 40)[-8:])
print(total(objects))

objects[3].name = lambda: "own"
print(names(objects)[2:5])
classes[1].name = lambda self: "class"
print(names(objects)[:2])
Base.name = property(lambda self: lambda: "property")
print(names(objects)[4:6])
classes[5].__getattribute__ = lambda self, name: 1000
print(total(objects[5:6]))
del objects[2].x
try:
    total(objects)
except AttributeError as e:
    print(e)
