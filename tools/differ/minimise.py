"""Makes a differing program as small as can be: statements go, and expressions are exchanged for parts of themselves.

Every round tries many smaller programs in one process of each interpreter, keeps the shortest of those that still
differ, and goes on with it until none does.
"""

from expressions import SIMPLE
from programs import program
from tree import Node, Program

CANDIDATES = 300


def minimise(pair, seed, rounds=40):
    best = program(seed, set())
    for _ in range(rounds):
        smaller = [p for p in candidates(best) if len(str(p)) < len(str(best))]
        smaller = sorted(smaller, key=lambda p: len(str(p)))[:CANDIDATES]
        texts = [str(p) for p in smaller]
        same = pair.same(texts) if texts else []
        if all(same):
            break
        best = smaller[same.index(False)]
    return str(best)


def candidates(p):
    """Programs a step smaller than p."""
    for i in range(len(p.statements)):
        yield Program(p.seed, p.style, [p.statements[i]])
        yield Program(p.seed, p.style, p.statements[:i] + p.statements[i + 1:])
    for i, statement in enumerate(p.statements):
        for smaller in shrunk(statement):
            yield Program(p.seed, p.style, p.statements[:i] + [smaller] + p.statements[i + 1:])


def shrunk(tree):
    """Copies of a tree with one node exchanged for a smaller one, or with one part of a block or a list left out."""
    for place, node in enumerate(tree.nodes()):
        for other in replacements(node):
            copy = tree.copy()
            target = list(copy.nodes())[place]
            target.parts = other
            yield copy


def replacements(node):
    if node.kind in SIMPLE:
        yield [SIMPLE[node.kind][0]]
    for inner in list(node.nodes())[1:]:
        if inner.kind == node.kind or (node.kind, inner.kind) == ('block', 'stmt'):
            yield [inner]
    if node.kind == 'block':
        for i in range(len(node.parts)):
            yield node.parts[:i] + node.parts[i + 1:]
    elif len(node.parts) > 3:  # an item with its separator
        for i in range(1, len(node.parts) - 1):
            yield node.parts[:i] + node.parts[i + 2:] if i + 2 < len(node.parts) else node.parts[:i - 1] + node.parts[i + 1:]
            if isinstance(node.parts[i], Node):
                yield node.parts[:i] + node.parts[i + 1:]
