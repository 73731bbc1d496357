"""heap.graph and heap.graph_svg: objects, and what they are to each other."""
import heap

tree = {"left": [1, 2], "right": ("leaf",)}
nodes, edges = heap.graph(tree)
for start, end, name in edges:
    if nodes[start].startswith("{"):
        print(f"{nodes[end]:>12} is {name}")
assert len(nodes) == 8
svg = heap.graph_svg(tree)
print("as a drawing:", svg.count("<rect"), "boxes,", svg.count("<line"), "arrows")
