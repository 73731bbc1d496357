"""Binary trees, most of them short-lived, beside one that lives on."""


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def grow(depth):
    if depth == 0:
        return Node(None, None)
    return Node(grow(depth - 1), grow(depth - 1))


def count(node):
    return 1 if node.left is None else 1 + count(node.left) + count(node.right)


DEPTH = 16
long_lived = grow(DEPTH)
for depth in range(4, DEPTH, 4):
    rounds = 1 << (DEPTH - depth)
    print(rounds, depth, sum(count(grow(depth)) for _ in range(rounds)))
print(count(long_lived))
