# Functions that wrap each other in a circle: annotations are still found.
from annotationlib import get_annotations


def one(x: 'int'): ...


def two(x: 'str'): ...


one.__wrapped__, two.__wrapped__ = two, one
print(get_annotations(one, eval_str=True), get_annotations(two))
one.__wrapped__ = one
print(get_annotations(one, eval_str=True))
