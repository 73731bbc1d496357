"""A graph of nodes that know each other by strong and by weak references: a cache, observers, parents, finalizers.

Nodes come and go; what nobody holds strongly must leave the cache, the sets of observers and the count of the living by
itself, at once where no cycle is, and by the collector where one is.
"""
import gc
import weakref


class Node:
    alive = 0

    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self.neighbours = weakref.WeakSet()
        self._parent = weakref.ref(parent) if parent else None
        if parent:
            parent.children.append(self)
        Node.alive += 1
        weakref.finalize(self, Node.count_down)

    @classmethod
    def count_down(cls):
        cls.alive -= 1

    @property
    def parent(self):
        return self._parent() if self._parent else None

    def depth(self):
        node, depth = self, 0
        while (node := node.parent) is not None:
            depth += 1
        return depth


class Registry:
    def __init__(self):
        self.by_name = weakref.WeakValueDictionary()
        self.notes = weakref.WeakKeyDictionary()
        self.made = 0

    def get(self, name, parent=None):
        node = self.by_name.get(name)
        if node is None:
            node = self.by_name[name] = Node(name, parent)
            self.notes[node] = f"note {name}"
            self.made += 1
        return node


def grow(registry, root, n):
    """A tree of n nodes below root."""
    nodes = [root]
    for i in range(1, n):
        nodes.append(registry.get(f"{root.name}.{i}", nodes[(i - 1) // 3]))
    for a, b in zip(nodes, reversed(nodes)):
        a.neighbours.add(b)
    return nodes


def main():
    registry = Registry()
    kept = {}
    depths = reached = found = 0
    for i in range(400):
        root = registry.get(f"root{i}")
        nodes = grow(registry, root, 60)
        depths += nodes[-1].depth()
        reached += sum(len(node.neighbours) for node in nodes)
        found += sum(registry.get(node.name) is node for node in nodes[::5])
        if i % 4 == 0:
            nodes[5].owner = root
            nodes[5].loop = nodes[5]
        kept[i % 7] = root
    print(registry.made, depths, reached, found)
    del root, nodes
    gc.collect()
    print(Node.alive, len(registry.by_name), len(registry.notes))
    kept.clear()
    gc.collect()
    print(Node.alive, len(registry.by_name), len(registry.notes))


if __name__ == "__main__":
    main()
