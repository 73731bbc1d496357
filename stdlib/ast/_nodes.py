"""The classes of syntax trees, made from the table that the parser's own nodes are made from.

`nodes` has the class of each kind of node and `symbols` the one instance of each operator and context that parsed trees
share, both in the order of the table; `kinds` and `symbol_kinds` lead from a class to its place. compile() goes by them.
"""

import _ast

_MODULE = 'ast'
_PLACE = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
_BUILT_IN = {'identifier': str, 'string': str, 'int': int, 'constant': object}
_REPR_DEPTH = 3


def _warn(message, levels=3):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=levels)


class AST:
    __module__ = _MODULE
    __doc__ = None
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            count = len(fields)
            raise TypeError(f'{cls.__name__} constructor takes at most {count} positional '
                            f'argument{"" if count == 1 else "s"}')
        for name, value in zip(fields, args):
            setattr(self, name, value)
        given = set(fields[:len(args)])
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f'{cls.__name__} got multiple values for argument {name!r}')
            if name in fields:
                given.add(name)
            elif name not in cls._attributes:
                _warn(f'{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. Support for arbitrary '
                      'keyword arguments is deprecated and will be removed in Python 3.15.')
            setattr(self, name, value)
        if len(given) < len(fields):
            self._complete(given)

    def _complete(self, given):
        """Fields that were not given: absent, an empty list, Load(); others have to be."""
        cls = type(self)
        types = getattr(cls, '_field_types', None)
        if types is None:
            return
        for name in cls._fields:
            if name in given or hasattr(cls, name):
                continue
            of = types.get(name)
            if of is expr_context:
                setattr(self, name, Load())
            elif getattr(of, '__origin__', None) is list:
                setattr(self, name, [])
            elif of is None:
                _warn(f'Field {name!r} is missing from {cls.__module__}.{cls.__qualname__}._field_types. This will '
                      'become an error in Python 3.15.', 4)
            else:
                _warn(f"{cls.__name__}.__init__ missing 1 required positional argument: {name!r}. This will become an "
                      "error in Python 3.15.", 4)

    def __repr__(self):
        return _show(self, _REPR_DEPTH)

    def __reduce__(self):
        state = self.__dict__
        # the arguments only keep the constructor quiet: the state has the values
        args = tuple(None for name in type(self)._fields if name in state)
        return type(self), args if len(args) == len(type(self)._fields) else (), state

    def __replace__(self, /, **changes):
        cls = type(self)
        known = set(cls._fields) | set(cls._attributes)
        for name in changes:
            if name not in known:
                raise TypeError(f'{cls.__name__}.__replace__ got an unexpected keyword argument {name!r}.')
        values = {name: value for name, value in self.__dict__.items() if name in known}
        values.update(changes)
        missing = [name for name in cls._fields if name not in values and not hasattr(cls, name)]
        if missing:
            names = ', '.join(map(repr, missing))
            raise TypeError(f'{cls.__name__}.__replace__ missing {len(missing)} keyword '
                            f'argument{"" if len(missing) == 1 else "s"}: {names}.')
        return cls(**values)


def _show(value, depth):
    """The repr of a node or of what it has: below the given depth only what it is; of lists the first and the last."""
    if isinstance(value, AST):
        name = type(value).__name__
        if depth <= 0:
            return name + '(...)'
        fields = ', '.join(f'{field}={_show(getattr(value, field), depth - 1)}' for field in value._fields)
        return f'{name}({fields})'
    if type(value) not in (list, tuple):
        return repr(value)
    parts = [_show(part, depth) if isinstance(part, AST) else repr(part) for part in (value[:1] + value[-1:])]
    if len(value) <= 2:
        parts = parts[:len(value)]
    else:
        parts.insert(1, '...')
    opening, closing = '[]' if type(value) is list else '()'
    return opening + ', '.join(parts) + closing


def _make(name, base, doc, /, **attributes):
    return type(name, (base,), {'__module__': _MODULE, '__doc__': doc, **attributes})


def _field(text):
    """('type', 'mark', 'name') of a field as a signature has it."""
    of, name = text.split()
    kind = of.rstrip('?*')
    return kind, of[len(kind):], name


def _field_type(classes, kind, mark):
    of = _BUILT_IN.get(kind) or classes[kind]
    return list[of] if '*' in mark else of | None if mark else of


def _alternatives(group, docs):
    """The docstring of a group."""
    one_line = not any('(' in doc for doc in docs)
    return f'{group} = ' + (' | '.join(docs) if one_line else ('\n' + ' ' * len(group) + ' | ').join(docs))


def _build():
    """All classes: the groups, below them their members; a group with a single member is that member."""
    members = {}
    for group, doc in _ast.nodes + _ast.symbols:
        members.setdefault(group, []).append(doc)
    classes, fields = {}, {}
    for group, docs in members.items():
        place = {'_attributes': _PLACE, 'end_lineno': None, 'end_col_offset': None} if group in _ast.placed else {}
        if docs[0].partition('(')[0] != group:
            classes[group] = base = _make(group, AST, _alternatives(group, docs), _attributes=(), **place) \
                if not place else _make(group, AST, _alternatives(group, docs), **place)
        for doc in docs:
            name, _, rest = doc.rstrip(')').partition('(')
            rows = [_field(text) for text in rest.split(', ')] if rest else []
            names = tuple(row[2] for row in rows)
            absent = {row[2]: None for row in rows if row[1] == '?'}
            own_place = place if name == group else {}
            classes[name] = _make(name, AST if name == group else base, doc, _fields=names, __match_args__=names,
                                  **absent, **own_place)
            fields[name] = rows
    for name, rows in fields.items():
        classes[name]._field_types = {field: _field_type(classes, kind, mark) for kind, mark, field in rows}
    return classes


classes = _build()
classes['ImportFrom']._field_types['level'] = int | None
classes['ImportFrom'].level = None
expr_context = classes['expr_context']
Load = classes['Load']
nodes = tuple(classes[doc.partition('(')[0]] for group, doc in _ast.nodes)
symbols = tuple(classes[doc]() for group, doc in _ast.symbols)
kinds = {cls: i for i, cls in enumerate(nodes)}
symbol_kinds = {type(symbol): i for i, symbol in enumerate(symbols)}
