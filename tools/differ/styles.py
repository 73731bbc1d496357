"""What the styles of programs (statements.py, constructs.py) are made of, and the list of them.

A style is a function that gives the statements of a program. Its share says how often it is taken.
"""

import re

from expressions import Expressions
from tree import Node

STYLES = {}  # name -> the function that makes its statements


def style(share):
    def register(function):
        STYLES[function.__name__] = share, function
        return function
    return register


class Writer(Expressions):
    """Expressions, and the small statements that all styles are made of."""

    def __init__(self, random, coverage):
        super().__init__(random, coverage)
        self.words = {}  # kind -> texts: the kinds that a style has for itself

    def line_of(self, *parts):
        return Node('stmt', *parts)

    def written(self, text, depth=1):
        """A statement from its text, in which @int@ stands for an expression of that kind."""
        pieces = re.split('@([a-z]+)@', text)
        return Node('stmt', *[self.stand_in(piece, depth) if i % 2 else piece for i, piece in enumerate(pieces)])

    def stand_in(self, kind, depth):
        words = self.words.get(kind)
        return self.written(self.random.choice(words), depth) if words else self.make(kind, depth)

    def shown(self, node):
        return self.line_of('t(lambda: ', node, ')')

    def shown_text(self, text, depth=1):
        return self.shown(Node('any', *self.written(text, depth).parts))

    def block(self, head, body):
        return Node('stmt', head, ':', join_block(body))

    def assign(self, name, kind, depth=2):
        node = self.line_of(name, ' = ', self.make(kind, depth))
        self.know(name, kind)
        return node

    def know(self, name, kind):
        self.variables.setdefault(kind, []).append(name)


def join_block(statements):
    return Node('block', *statements)


def guarded(w, statement):
    return Node('stmt', 'try:', join_block([statement]), '\nexcept Exception as e:',
                join_block([w.line_of('print(type(e).__name__, e)')]))
