"""heap.explain: what an object is, and why two are one or not."""
import heap

print(heap.explain(256, 256).split("\n")[-1])
print(heap.explain(257, int("257")).split("\n")[-1])
name = "name"
print(heap.explain(name, "name").split("\n")[-1])
print(heap.explain(name, "".join(["na", "me"])).split("\n")[-1])
box = [1]
same = box
print(heap.explain(box, same).split("\n")[-1])
print(heap.explain(box, [1]).split("\n")[-1])
assert "2 references to it" in heap.explain(box)
