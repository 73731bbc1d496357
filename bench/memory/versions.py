"""Maps that never change: each update gives a new version that shares nearly all with the old one, and versions are dropped.

A balanced search tree (a treap) whose updates copy the path from the root. The last versions stay, so memory is held by
many owners at once, and a version that goes frees just what no other has.
"""
from collections import deque


class Node:
    __slots__ = ("key", "value", "rank", "left", "right")

    def __init__(self, key, value, rank, left, right):
        self.key = key
        self.value = value
        self.rank = rank
        self.left = left
        self.right = right

    def with_left(self, left):
        return Node(self.key, self.value, self.rank, left, self.right)

    def with_right(self, right):
        return Node(self.key, self.value, self.rank, self.left, right)


def insert(node, key, value, rank):
    if node is None:
        return Node(key, value, rank, None, None)
    if key == node.key:
        return Node(key, value, node.rank, node.left, node.right)
    if key < node.key:
        left = insert(node.left, key, value, rank)
        if left.rank <= node.rank:
            return node.with_left(left)
        return left.with_right(node.with_left(left.right))
    right = insert(node.right, key, value, rank)
    if right.rank <= node.rank:
        return node.with_right(right)
    return right.with_left(node.with_right(right.left))


def join(left, right):
    if left is None or right is None:
        return left or right
    if left.rank > right.rank:
        return left.with_right(join(left.right, right))
    return right.with_left(join(left, right.left))


def remove(node, key):
    if node is None:
        return None
    if key < node.key:
        return node.with_left(remove(node.left, key))
    if node.key < key:
        return node.with_right(remove(node.right, key))
    return join(node.left, node.right)


def find(node, key):
    while node is not None:
        if key == node.key:
            return node.value
        node = node.left if key < node.key else node.right
    return None


def items(node):
    pending = []
    while node is not None or pending:
        while node is not None:
            pending.append(node)
            node = node.left
        node = pending.pop()
        yield node.key, node.value
        node = node.right


def main():
    state, version = 1, None
    recent = deque(maxlen=500)
    for step in range(24_000):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        key = state >> 9 & 8191
        if step % 4 == 3:
            version = remove(version, key)
        else:
            version = insert(version, key, [step], state)
        recent.append(version)
    found = sum(1 for tree in recent for key in range(0, 8192, 512) if find(tree, key))
    pairs = list(items(version))
    print(len(pairs), pairs == sorted(pairs), sum(value[0] for _, value in pairs), found)
    print(len(list(items(recent[0]))))


if __name__ == "__main__":
    main()
