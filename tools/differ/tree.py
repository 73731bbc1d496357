"""Programs as trees, and the numbers that decide what grows on them.

A node has a kind (the type of the value that an expression has: 'int', 'str' ...; 'stmt' for a statement, 'block' for
an indented run of them) and parts, which are strings and nodes. The text of a program is its parts, one after the
other. The minimiser works on the same tree: any node may be exchanged for another one of its kind.
"""


class Random:
    """Lehmer's generator. Small numbers only, so that it is the same, and fast, in every interpreter."""

    def __init__(self, seed):
        self.state = (seed * 7919 + 104729) % 2147483647 or 1
        for _ in range(4):
            self.below(2)

    def below(self, n):
        self.state = self.state * 48271 % 2147483647
        return self.state % n

    def chance(self, percent):
        return self.below(100) < percent

    def choice(self, items):
        return items[self.below(len(items))]

    def some(self, items):
        """A few of the items, in their order; never none of them."""
        kept = [item for item in items if self.below(2)]
        return kept or [self.choice(items)]


class Node:
    __slots__ = ('kind', 'parts')

    def __init__(self, kind, *parts):
        self.kind = kind
        self.parts = list(parts)

    def __str__(self):
        if self.kind == 'block':
            text = '\n'.join(map(str, self.parts)) or 'pass'
            return '\n' + '\n'.join('    ' + line for line in text.split('\n'))
        return ''.join(map(str, self.parts))

    def nodes(self):
        """The nodes of the tree, the larger ones first."""
        level = [self]
        while level:
            yield from level
            level = [part for node in level for part in node.parts if isinstance(part, Node)]

    def copy(self):
        return Node(self.kind, *[part.copy() if isinstance(part, Node) else part for part in self.parts])


class Program:
    def __init__(self, seed, style, statements):
        self.seed = seed
        self.style = style
        self.statements = statements

    def __str__(self):
        return '\n'.join(map(str, self.statements)) + '\n'


def join(kind, nodes, separator=', ', start='', end=''):
    """A node of nodes with separators between them."""
    parts = [start]
    for i, node in enumerate(nodes):
        if i:
            parts.append(separator)
        parts.append(node)
    return Node(kind, *parts, end)
