# why().path: a shortest way to the object from a root.
import heap


class A:
    pass


box = {"list": [A()]}
print(heap.why(box["list"]).path.partition(" at 0x")[0])
print(heap.why(A).path)


def f():
    here = [["deep"]]
    print(heap.why(here[0][0] + "er").path, heap.why(here[0]).path.partition(" at 0x")[0])


f()
lost = []
lost.append([lost])
print(heap.why(lost[0]).path.partition(" at 0x")[0])
