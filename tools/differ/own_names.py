"""Gives the variables of comprehensions names that nothing else in the program has.

A program whose two outputs are the same after that, and as Ouro's was before, differed because of who sees the variable
of a comprehension; see differences.py.
"""

import ast
import string

COMPREHENSIONS = ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp


def named(node):
    """What a node calls by its name, if it does."""
    return node.id if isinstance(node, ast.Name) else node.arg if isinstance(node, ast.arg) else None


def own_names(source):
    """The program with such names; the program itself, if it cannot be done."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source
    nodes = list(ast.walk(tree))
    free = [letter for letter in string.ascii_letters if letter not in {named(node) for node in nodes}]
    names, places = {}, {}
    for comprehension in nodes:
        if not isinstance(comprehension, COMPREHENSIONS):
            continue
        bound = {node.id for part in comprehension.generators for node in ast.walk(part.target)
                 if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        outside = set(map(id, ast.walk(comprehension.generators[0].iter)))  # it is evaluated where the comprehension stands
        for node in ast.walk(comprehension):
            name = named(node)
            if name in bound and id(node) not in outside:
                if name not in names:
                    if not free:
                        return source
                    names[name] = free.pop()
                places[node.lineno, node.col_offset] = name
    lines = [line.encode('utf-8', 'surrogatepass') for line in source.split('\n')]
    for (number, column), name in sorted(places.items(), reverse=True):
        line, old = lines[number - 1], name.encode()
        if line[column:column + len(old)] != old:
            return source
        lines[number - 1] = line[:column] + names[name].encode() + line[column + len(old):]
    return b'\n'.join(lines).decode('utf-8', 'surrogatepass')
