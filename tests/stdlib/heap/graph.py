# graph: objects, and references with their names.
import heap


class Node:
    def __init__(self):
        self.next = None


a = Node()
a.next = [1, {"key": "value"}]
nodes, edges = heap.graph(a.next)
print(sorted(nodes.values()))
print(sorted(name for _, _, name in edges))
nodes, edges = heap.graph(a)
print([name for start, end, name in edges if start == id(a)])
loop = []
loop.append(loop)
nodes, edges = heap.graph(loop)
print(len(nodes), [name for _, _, name in edges])
print(len(heap.graph([[i] for i in range(100)], limit=10)[0]))
svg = heap.graph_svg(a.next)
print(svg.startswith("<svg"), svg.count("<rect") == len(heap.graph(a.next)[0]), ">1</text>" in svg, "&lt;" in heap.graph_svg([a]))
