"""Syntax trees: what the parser makes of a source, as objects that programs look at, change, compile and write out.

The classes stand in _nodes, where they are made from the parser's own table; this part has what walks over trees.
"""

from ast import _nodes
from ast._nodes import AST

globals().update(_nodes.classes)

PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_ONLY_AST = 0x400
PyCF_OPTIMIZED_AST = 0x8400
PyCF_TYPE_COMMENTS = 0x1000


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    """The tree of a source: compile() with the flag for it."""
    if isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f'Unsupported major version: {major}')
    flags = PyCF_OPTIMIZED_AST if optimize > 0 else PyCF_ONLY_AST
    if type_comments:
        flags |= PyCF_TYPE_COMMENTS
    return compile(source, filename, mode, flags, optimize=optimize)


# --- looking ---

def iter_fields(node):
    """(name, value) of each field that is there."""
    for name in node._fields:
        if hasattr(node, name):
            yield name, getattr(node, name)


def iter_child_nodes(node):
    """The nodes right below: fields that are nodes, and items of fields that are lists."""
    for name, value in iter_fields(node):
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, AST):
                yield child


def walk(node):
    """The node and all below it, level by level."""
    level = [node]
    while level:
        below = []
        for node in level:
            yield node
            below.extend(iter_child_nodes(node))
        level = below


def get_docstring(node, clean=True):
    """The docstring of a function, class or module, or None."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{type(node).__name__!r} can't have docstrings")
    match node.body:
        case [Expr(value=Constant(value=str() as text)), *_]:
            if not clean:
                return text
            from inspect import cleandoc
            return cleandoc(text)
    return None


def get_source_segment(source, node, *, padded=False):
    """The part of the source that a node was made from, or None when it does not know its place."""
    place = [getattr(node, name, None) for name in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')]
    if None in place:
        return None
    import re
    first, start, last, end = place
    lines = [line.encode() for line in re.findall(r'[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+', source)[first - 1:last]]
    if not lines:
        return None
    lines[-1] = lines[-1][:end]
    margin = re.sub(r'[^\f\t]', ' ', lines[0][:start].decode()) if padded and first != last else ''
    lines[0] = lines[0][start:]
    return margin + b''.join(lines).decode()


def compare(a, b, /, *, compare_attributes=False):
    """Whether two trees say the same; with compare_attributes also at the same places."""
    def same(x, y):
        if isinstance(x, AST):
            return type(x) is type(y) and same_parts(x, y)
        if isinstance(x, list):
            return isinstance(y, list) and len(x) == len(y) and all(map(same, x, y))
        return type(x) is type(y) and x == y

    def same_parts(x, y):
        names = x._fields + (x._attributes if compare_attributes else ())
        absent = object()
        for name in names:
            one, other = getattr(x, name, absent), getattr(y, name, absent)
            if (one is absent) != (other is absent) or (one is not absent and not same(one, other)):
                return False
        return True

    return type(a) is type(b) and same_parts(a, b)


class _Dump:
    """ast.dump: the constructor calls that make a tree."""

    def __init__(self, annotate_fields, include_attributes, indent, show_empty):
        self.annotate_fields = annotate_fields
        self.include_attributes = include_attributes
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        self.show_empty = show_empty

    def separators(self, level):
        if self.indent is None:
            return '', ', '
        prefix = '\n' + self.indent * level
        return prefix, ',' + prefix

    def parts(self, node, level):
        """The arguments, and whether all of them are simple. Behind a field that is left out all are keywords; empty
        lists are left out only where nothing without a keyword follows."""
        args, empty, plain, keywords = [], [], True, self.annotate_fields
        for name in node._fields:
            value = getattr(node, name, None)
            if value is None and (not hasattr(node, name) or getattr(type(node), name, ...) is None):
                keywords = True
                continue
            if value == [] and not self.show_empty:
                empty.append('[]')
                continue
            text, simple = self.format(value, level)
            plain = plain and simple
            if keywords:
                args.append(f'{name}={text}')
            else:
                args += empty + [text]
                empty = []
        for name in node._attributes if self.include_attributes else ():
            value = getattr(node, name, None)
            if value is not None or (hasattr(node, name) and getattr(type(node), name, ...) is not None):
                args.append(f'{name}={self.format(value, level)[0]}')
        return args, plain

    def format(self, value, level=0):
        """(text, whether it has no parts of its own)."""
        level += 1
        prefix, separator = self.separators(level)
        if isinstance(value, AST):
            name = type(value).__name__
            args, plain = self.parts(value, level)
            if plain and len(args) <= 3:
                return f'{name}({", ".join(args)})', not args
            return f'{name}({prefix}{separator.join(args)})', False
        if isinstance(value, list):
            if not value:
                return '[]', True
            return f'[{prefix}{separator.join(self.format(item, level)[0] for item in value)}]', False
        return repr(value), True


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """The tree as the constructor calls that would make it, on one line or indented."""
    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {type(node).__name__!r}')
    return _Dump(annotate_fields, include_attributes, indent, show_empty).format(node)[0]


# --- values ---

def literal_eval(node_or_string):
    """The value of a source or tree that only has literals: strings, bytes, numbers, tuples, lists, dicts, sets, booleans,
    None and Ellipsis; ValueError for anything else."""
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(' \t'), mode='eval').body
    elif isinstance(node, Expression):
        node = node.body
    return _value(node)


def _malformed(node):
    line = getattr(node, 'lineno', None)
    where = f' on line {line}' if line else ''
    raise ValueError(f'malformed node or string{where}: {node!r}')


def _number(node):
    if type(node) is Constant and type(node.value) in (int, float, complex):
        return node.value
    _malformed(node)


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand)
        return value if isinstance(node.op, UAdd) else -value
    return _number(node)


def _value(node):
    match node:
        case Constant():
            return node.value
        case Tuple():
            return tuple(map(_value, node.elts))
        case List():
            return list(map(_value, node.elts))
        case Set():
            return set(map(_value, node.elts))
        case Call(func=Name(id='set'), args=[], keywords=[]):
            return set()
        case Dict():
            if len(node.keys) != len(node.values):
                _malformed(node)
            return dict(zip(map(_value, node.keys), map(_value, node.values)))
        case BinOp(op=Add() | Sub()):
            left, right = _signed(node.left), _number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


# --- places ---

def copy_location(new_node, old_node):
    """Gives new_node the place of old_node, and returns it."""
    for name in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset'):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            # an end that is not known is a place, too
            if value is not None or (hasattr(old_node, name) and name.startswith('end_')):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of the node above them, and returns the node."""
    def fix(node, place):
        place = dict(place)
        for name, inherited in place.items():
            if name in node._attributes:
                value = getattr(node, name, None)
                if value is None and (name.startswith('end_') or not hasattr(node, name)):
                    setattr(node, name, inherited)
                else:
                    place[name] = value
        for child in iter_child_nodes(node):
            fix(child, place)

    fix(node, {'lineno': 1, 'end_lineno': 1, 'col_offset': 0, 'end_col_offset': 0})
    return node


def increment_lineno(node, n=1):
    """Moves the node and all below it n lines down, and returns it."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and getattr(child, 'end_lineno', None) is not None:
            child.end_lineno += n
    return node


# --- visitors ---

class NodeVisitor:
    """Walks over a tree and calls visit_CLASS for each node that there is such a method for; for the others it goes on
    with what is below them."""

    def visit(self, node):
        """Visits a node: its method's result."""
        return getattr(self, 'visit_' + type(node).__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        """Visits what is below a node."""
        for child in iter_child_nodes(node):
            self.visit(child)


class NodeTransformer(NodeVisitor):
    """A visitor whose methods return what takes a node's place: a node, a list of nodes among statements, or None for
    nothing."""

    def generic_visit(self, node):
        for name, old in list(iter_fields(node)):
            if isinstance(old, list):
                old[:] = self._new_items(old)
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node

    def _new_items(self, items):
        result = []
        for item in items:
            if not isinstance(item, AST):
                result.append(item)
                continue
            new = self.visit(item)
            if isinstance(new, AST):
                result.append(new)
            elif new is not None:
                result.extend(new)
        return result


def unparse(ast_obj):
    """A source whose tree is that one."""
    from ast._unparse import Writer
    return Writer().source(ast_obj)


# --- names of Python 3.8 and older ---

class slice(AST):
    """No longer used."""


class Index(slice):
    """No longer used: the value itself."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """No longer used: a Tuple."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


def _old_dims(self):
    """No longer used: elts."""
    return self.elts


def _set_old_dims(self, value):
    self.elts = value


Tuple.dims = property(_old_dims, _set_old_dims)


class Suite(mod):
    """No longer used."""


class AugLoad(expr_context):
    """No longer used."""


class AugStore(expr_context):
    """No longer used."""


class Param(expr_context):
    """No longer used."""


def main(args=None):
    """`ouro -m ast`: prints the tree of a file or of what is typed in."""
    import argparse
    import sys
    parser = argparse.ArgumentParser(color=True)
    parser.add_argument('infile', nargs='?', default='-', help='the file to parse; defaults to stdin')
    parser.add_argument('-m', '--mode', default='exec', choices=('exec', 'single', 'eval', 'func_type'),
                        help='specify what kind of code must be parsed')
    parser.add_argument('--no-type-comments', default=True, action='store_false',
                        help="don't add information about type comments")
    parser.add_argument('-a', '--include-attributes', action='store_true',
                        help='include attributes such as line numbers and column offsets')
    parser.add_argument('-i', '--indent', type=int, default=3, help='indentation of nodes (number of spaces)')
    parser.add_argument('--show-empty', default=False, action='store_true', help='show empty lists and fields in dump output')
    options = parser.parse_args(args)
    if options.infile == '-':
        name, source = '<stdin>', sys.stdin.buffer.read()
    else:
        name = options.infile
        with open(name, 'rb') as infile:
            source = infile.read()
    tree = parse(source, name, options.mode, type_comments=options.no_type_comments)
    print(dump(tree, include_attributes=options.include_attributes, indent=options.indent, show_empty=options.show_empty))
