"""ast.unparse: a source text for a tree.

Expressions become text from below: `text(node, level)` gives the text of a node for a place that binds as tightly as
`level` says, and sets parentheses around what binds less. Statements write lines. Every class of node has a method of
its own name: `NAME(node, level)` for expressions and patterns, `NAME(node)` for statements.
"""

from ast import (Constant, Expr, FormattedValue, If, Interpolation, JoinedStr, Name, Tuple, excepthandler, match_case,
                 mod, stmt)

(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, ARITHMETIC, TERM, FACTOR, POWER, AWAIT,
 ATOM) = range(18)

_BINARY = {
    'Add': ('+', ARITHMETIC), 'Sub': ('-', ARITHMETIC), 'Mult': ('*', TERM), 'MatMult': ('@', TERM), 'Div': ('/', TERM),
    'Mod': ('%', TERM), 'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT), 'BitOr': ('|', BIT_OR), 'BitXor': ('^', BIT_XOR),
    'BitAnd': ('&', BIT_AND), 'FloorDiv': ('//', TERM), 'Pow': ('**', POWER),
}
_UNARY = {'Invert': ('~', FACTOR), 'Not': ('not ', NOT), 'UAdd': ('+', FACTOR), 'USub': ('-', FACTOR)}
_COMPARE = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not',
            'In': 'in', 'NotIn': 'not in'}
_BOOLEAN = {'And': ('and', AND), 'Or': ('or', OR)}

_LONG_QUOTES = ('"""', "'''")
_QUOTES = ("'", '"') + _LONG_QUOTES
_INFINITY = '1e309'  # what overflows to it


# --- strings ---

def _escape(text, keep):
    """The text with backslashes and what does not print escaped, but for the characters in keep."""
    return ''.join(c if c in keep or (c != '\\' and c.isprintable()) else c.encode('unicode_escape').decode('ascii')
                   for c in text)


def _quote(text, quotes=_QUOTES, keep='\n\t'):
    """(inside, quotes) of a literal for the text: escaped, and which of the quotes may stand around it."""
    inside = _escape(text, keep)
    fitting = [q for q in quotes if q not in inside and ('\n' not in inside or q in _LONG_QUOTES)]
    if not fitting:
        literal = repr(text)
        return literal[1:-1], [next((q for q in quotes if literal[0] in q), literal[0])]
    if inside:
        last = inside[-1]
        fitting.sort(key=lambda q: q[0] == last)
        if fitting[0][0] == last:  # the end must not join the quotes
            inside = inside[:-1] + '\\' + last
    return inside, fitting


def _literal(text, quotes=_QUOTES):
    inside, fitting = _quote(text, quotes)
    return fitting[0] + inside + fitting[0]


class Writer:
    """Writes one tree."""

    def __init__(self):
        self.lines = []
        self.depth = 0

    def source(self, node):
        """The text of any node."""
        if isinstance(node, list):
            for item in node:
                self.statement(item)
        elif isinstance(node, (stmt, mod, excepthandler, match_case)):
            self.statement(node)
        else:
            return self.text(node, TEST)
        return '\n'.join(self.lines).removeprefix('\n')

    # --- lines ---

    def line(self, text):
        self.lines.append('    ' * self.depth + text)

    def space(self):
        """An empty line, but not at the very beginning."""
        if self.lines:
            self.lines.append('')

    def statement(self, node):
        getattr(self, type(node).__name__)(node)

    def block(self, head, body):
        self.line(head + ':')
        self.depth += 1
        for node in body:
            self.statement(node)
        self.depth -= 1

    def documented_block(self, head, node):
        self.line(head + ':')
        self.depth += 1
        self.documented(node.body)
        self.depth -= 1

    def documented(self, body):
        """Statements of which the first may be a docstring."""
        match body:
            case [Expr(value=Constant(value=str() as text) as constant), *rest]:
                prefix = 'u' if constant.kind == 'u' else ''
                self.line(prefix + _literal(text, _LONG_QUOTES))
                body = rest
        for node in body:
            self.statement(node)

    # --- modules ---

    def Module(self, node):
        ignores = {ignore.lineno: f'ignore{ignore.tag}' for ignore in node.type_ignores}
        self.ignores = ignores
        self.documented(node.body)

    def Interactive(self, node):
        for statement in node.body:
            self.statement(statement)

    def Expression(self, node):
        self.lines.append(self.text(node.body, TEST))

    def FunctionType(self, node):
        self.lines.append(f'({self.list(node.argtypes)}) -> {self.text(node.returns, TEST)}')

    def comment(self, node):
        """The type comment of a statement."""
        text = getattr(node, 'type_comment', None) or getattr(self, 'ignores', {}).get(getattr(node, 'lineno', None))
        return f' # type: {text}' if text else ''

    # --- simple statements ---

    def Expr(self, node):
        self.line(self.text(node.value, YIELD))

    def Assign(self, node):
        targets = ''.join(self.text(target, TUPLE) + ' = ' for target in node.targets)
        self.line(targets + self.text(node.value, TEST) + self.comment(node))

    def AugAssign(self, node):
        symbol = _BINARY[type(node.op).__name__][0]
        self.line(f'{self.text(node.target, TEST)} {symbol}= {self.text(node.value, TEST)}')

    def AnnAssign(self, node):
        target = self.text(node.target, TEST)
        if not node.simple and isinstance(node.target, Name):
            target = f'({target})'
        value = f' = {self.text(node.value, TEST)}' if node.value else ''
        self.line(f'{target}: {self.text(node.annotation, TEST)}{value}')

    def Return(self, node):
        self.line('return' + (' ' + self.text(node.value, TEST) if node.value else ''))

    def Pass(self, node):
        self.line('pass')

    def Break(self, node):
        self.line('break')

    def Continue(self, node):
        self.line('continue')

    def Delete(self, node):
        self.line('del ' + self.list(node.targets))

    def Assert(self, node):
        self.line('assert ' + self.list([node.test, node.msg] if node.msg else [node.test]))

    def Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            self.line('raise')
            return
        cause = ' from ' + self.text(node.cause, TEST) if node.cause else ''
        self.line('raise ' + self.text(node.exc, TEST) + cause)

    def Import(self, node):
        self.line('import ' + self.list(node.names))

    def ImportFrom(self, node):
        self.line(f'from {"." * (node.level or 0)}{node.module or ""} import {self.list(node.names)}')

    def TypeAlias(self, node):
        self.line(f'type {self.text(node.name, TEST)}{self.type_parameters(node)} = {self.text(node.value, TEST)}')

    # --- compound statements ---

    def If(self, node, word='if'):
        self.block(f'{word} {self.text(node.test, TEST)}', node.body)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], If):
            self.If(node.orelse[0], 'elif')
        elif node.orelse:
            self.block('else', node.orelse)

    def While(self, node):
        self.block('while ' + self.text(node.test, TEST), node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def commented_block(self, head, node):
        self.line(f'{head}:{self.comment(node)}')
        self.depth += 1
        for statement in node.body:
            self.statement(statement)
        self.depth -= 1

    def For(self, node, word='for'):
        self.commented_block(f'{word} {self.text(node.target, TUPLE)} in {self.text(node.iter, TEST)}', node)
        if node.orelse:
            self.block('else', node.orelse)

    def AsyncFor(self, node):
        self.For(node, 'async for')

    def With(self, node, word='with'):
        self.commented_block(f'{word} {self.list(node.items)}', node)

    def AsyncWith(self, node):
        self.With(node, 'async with')

    def Try(self, node, star=''):
        self.block('try', node.body)
        for handler in node.handlers:
            self.ExceptHandler(handler, star)
        if node.orelse:
            self.block('else', node.orelse)
        if node.finalbody:
            self.block('finally', node.finalbody)

    def TryStar(self, node):
        self.Try(node, '*')

    def ExceptHandler(self, node, star=''):
        kind = ' ' + self.text(node.type, TEST) if node.type else ''
        self.block(f'except{star}{kind}{" as " + node.name if node.name else ""}', node.body)

    def Match(self, node):
        self.line(f'match {self.text(node.subject, TEST)}:')
        self.depth += 1
        for case in node.cases:
            self.match_case(case)
        self.depth -= 1

    def match_case(self, node):
        guard = ' if ' + self.text(node.guard, TEST) if node.guard else ''
        self.block('case ' + self.text(node.pattern, TEST) + guard, node.body)

    def decorated(self, node):
        self.space()
        for decorator in node.decorator_list:
            self.line('@' + self.text(decorator, TEST))

    def ClassDef(self, node):
        self.decorated(node)
        arguments = self.list(node.bases + node.keywords)
        self.documented_block(f'class {node.name}{self.type_parameters(node)}{f"({arguments})" if arguments else ""}', node)

    def FunctionDef(self, node, word='def'):
        self.decorated(node)
        returns = ' -> ' + self.text(node.returns, TEST) if node.returns else ''
        head = f'{word} {node.name}{self.type_parameters(node)}({self.arguments(node.args)}){returns}'
        self.line(f'{head}:{self.comment(node)}')
        self.depth += 1
        self.documented(node.body)
        self.depth -= 1

    def AsyncFunctionDef(self, node):
        self.FunctionDef(node, 'async def')

    # --- parts ---

    def text(self, node, level):
        """The text of an expression, a pattern or a part, in a place of that level."""
        return getattr(self, type(node).__name__)(node, level)

    def list(self, nodes, level=TEST):
        return ', '.join([self.text(node, level) for node in nodes])

    @staticmethod
    def within(text, own, level):
        """With parentheses where what binds with `own` needs them in a place of that level."""
        return f'({text})' if level > own else text

    def alias(self, node, level):
        return node.name + (f' as {node.asname}' if node.asname else '')

    def withitem(self, node, level):
        name = ' as ' + self.text(node.optional_vars, TEST) if node.optional_vars else ''
        return self.text(node.context_expr, TEST) + name

    def keyword(self, node, level):
        return (f'{node.arg}=' if node.arg is not None else '**') + self.text(node.value, TEST)

    def arg(self, node, level):
        return node.arg + (': ' + self.text(node.annotation, TEST) if node.annotation else '')

    def arguments(self, node, level=TEST):
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        parts = [self.parameter(*pair) for pair in zip(positional, defaults)]
        if node.posonlyargs:
            parts.insert(len(node.posonlyargs), '/')
        if node.vararg:
            parts.append('*' + self.arg(node.vararg, TEST))
        elif node.kwonlyargs:
            parts.append('*')
        parts += [self.parameter(*pair) for pair in zip(node.kwonlyargs, node.kw_defaults)]
        if node.kwarg:
            parts.append('**' + self.arg(node.kwarg, TEST))
        return ', '.join(parts)

    def parameter(self, arg, default):
        return self.arg(arg, TEST) + ('=' + self.text(default, TEST) if default else '')

    def type_parameters(self, node):
        params = getattr(node, 'type_params', None)
        return f'[{self.list(params)}]' if params else ''

    def TypeVar(self, node, level):
        bound = ': ' + self.text(node.bound, TEST) if getattr(node, 'bound', None) else ''
        return node.name + bound + self.default_type(node)

    def TypeVarTuple(self, node, level):
        return '*' + node.name + self.default_type(node)

    def ParamSpec(self, node, level):
        return '**' + node.name + self.default_type(node)

    def default_type(self, node):
        return ' = ' + self.text(node.default_value, TEST) if getattr(node, 'default_value', None) else ''

    def comprehension(self, node, level=TEST):
        conditions = ''.join(' if ' + self.text(test, OR) for test in node.ifs)
        word = ' async for ' if node.is_async else ' for '
        return f'{word}{self.text(node.target, TUPLE)} in {self.text(node.iter, OR)}{conditions}'

    def generators(self, node):
        return ''.join(map(self.comprehension, node.generators))

    # --- expressions ---

    def NamedExpr(self, node, level):
        return self.within(f'{self.text(node.target, ATOM)} := {self.text(node.value, ATOM)}', NAMED, level)

    def Yield(self, node, level):
        return self.within('yield' + (' ' + self.text(node.value, ATOM) if node.value else ''), YIELD, level)

    def YieldFrom(self, node, level):
        return self.within('yield from ' + self.text(node.value, ATOM), YIELD, level)

    def Await(self, node, level):
        return self.within('await ' + self.text(node.value, ATOM), AWAIT, level)

    def Lambda(self, node, level):
        parameters = self.arguments(node.args)
        return self.within(f'lambda{" " + parameters if parameters else ""}: {self.text(node.body, TEST)}', TEST, level)

    def IfExp(self, node, level):
        parts = f'{self.text(node.body, OR)} if {self.text(node.test, OR)} else {self.text(node.orelse, TEST)}'
        return self.within(parts, TEST, level)

    def BoolOp(self, node, level):
        word, own = _BOOLEAN[type(node.op).__name__]
        # each operand stands in a tighter place than the one before it
        parts = [self.text(value, min(own + i, ATOM)) for i, value in enumerate(node.values, 1)]
        return self.within(f' {word} '.join(parts), own, level)

    def UnaryOp(self, node, level):
        symbol, own = _UNARY[type(node.op).__name__]
        return self.within(symbol + self.text(node.operand, own), own, level)

    def BinOp(self, node, level):
        symbol, own = _BINARY[type(node.op).__name__]
        left, right = (own + 1, own) if symbol == '**' else (own, own + 1)
        return self.within(f'{self.text(node.left, left)} {symbol} {self.text(node.right, right)}', own, level)

    def Compare(self, node, level):
        parts = self.text(node.left, BIT_OR)
        for op, other in zip(node.ops, node.comparators):
            parts += f' {_COMPARE[type(op).__name__]} {self.text(other, BIT_OR)}'
        return self.within(parts, COMPARE, level)

    def Call(self, node, level):
        return f'{self.text(node.func, ATOM)}({self.list(node.args + node.keywords)})'

    def Attribute(self, node, level):
        value = self.text(node.value, ATOM)
        if isinstance(node.value, Constant) and isinstance(node.value.value, int):
            value += ' '  # 3 .real
        return f'{value}.{node.attr}'

    def Subscript(self, node, level):
        index = node.slice
        if isinstance(index, Tuple) and index.elts:
            inside = self.items(index.elts)
        else:
            inside = self.text(index, TEST)
        return f'{self.text(node.value, ATOM)}[{inside}]'

    def Slice(self, node, level):
        parts = (self.text(node.lower, TEST) if node.lower else '') + ':'
        parts += self.text(node.upper, TEST) if node.upper else ''
        return parts + (':' + self.text(node.step, TEST) if node.step else '')

    def Starred(self, node, level):
        return '*' + self.text(node.value, BIT_OR)

    def Name(self, node, level):
        return node.id

    def items(self, nodes):
        """The inside of a tuple: one item has a comma behind it."""
        return self.list(nodes) + (',' if len(nodes) == 1 else '')

    def Tuple(self, node, level):
        return self.within(self.items(node.elts), TUPLE, level) if node.elts else '()'

    def List(self, node, level):
        return f'[{self.list(node.elts)}]'

    def Set(self, node, level):
        return f'{{{self.list(node.elts)}}}' if node.elts else '{*()}'

    def Dict(self, node, level):
        parts = [f'{self.text(key, TEST)}: {self.text(value, TEST)}' if key else '**' + self.text(value, BIT_OR)
                 for key, value in zip(node.keys, node.values)]
        return f'{{{", ".join(parts)}}}'

    def ListComp(self, node, level):
        return f'[{self.text(node.elt, TEST)}{self.generators(node)}]'

    def SetComp(self, node, level):
        return f'{{{self.text(node.elt, TEST)}{self.generators(node)}}}'

    def GeneratorExp(self, node, level):
        return f'({self.text(node.elt, TEST)}{self.generators(node)})'

    def DictComp(self, node, level):
        return f'{{{self.text(node.key, TEST)}: {self.text(node.value, TEST)}{self.generators(node)}}}'

    def Constant(self, node, level):
        return ('u' if node.kind == 'u' else '') + self.value(node.value)

    def value(self, value):
        if value is ...:
            return '...'
        if isinstance(value, tuple):
            inside = ', '.join(map(self.value, value)) + (',' if len(value) == 1 else '')
            return f'({inside})'
        if isinstance(value, (float, complex)):
            return repr(value).replace('inf', _INFINITY).replace('nan', f'({_INFINITY}-{_INFINITY})')
        return repr(value)

    # --- f-strings ---

    def JoinedStr(self, node, level, prefix='f'):
        parts = [(self.string_part(value), isinstance(value, Constant)) for value in node.values]
        return prefix + self.joined(parts)

    def TemplateStr(self, node, level):
        return self.JoinedStr(node, level, 't')

    def joined(self, parts):
        """Quotes that fit around all parts: those of the literal ones are escaped, replacement fields stand as they
        are."""
        quotes, inside = list(_QUOTES), []
        for text, is_literal in parts:
            if is_literal:
                text, fitting = _quote(text, quotes, keep='')
                if not set(fitting) & set(quotes):
                    break
                quotes = fitting
            else:
                if '\n' in text:
                    quotes = [q for q in quotes if q in _LONG_QUOTES]
                quotes = [q for q in quotes if q not in text] or quotes
            inside.append(text)
        else:
            return quotes[0] + ''.join(inside) + quotes[0]
        # no quotes fit: escape those inside
        inside = [repr('"' + text)[2:-1] if is_literal else text for text, is_literal in parts]
        return "'''" + ''.join(inside) + "'''"

    def string_part(self, node, in_spec=False):
        """A part of an f-string, its literal text not yet escaped."""
        if isinstance(node, JoinedStr):
            return ''.join([self.string_part(value, in_spec) for value in node.values])
        if isinstance(node, Constant):
            text = node.value.replace('{', '{{').replace('}', '}}')
            if in_spec:
                for c in '\\', "'", '"':
                    text = text.replace(c, '\\' + c)
                text = text.replace('\n', '\\n')
            return text
        if not isinstance(node, (FormattedValue, Interpolation)):
            raise ValueError(f'Unexpected node inside JoinedStr, {node!r}')
        text = node.str if isinstance(node, Interpolation) else Writer().text(node.value, OR)
        space = ' ' if text.startswith('{') else ''
        conversion = f'!{chr(node.conversion)}' if node.conversion >= 0 else ''
        spec = ':' + self.string_part(node.format_spec, True) if node.format_spec else ''
        return f'{{{space}{text}{conversion}{spec}}}'

    def FormattedValue(self, node, level, prefix='f'):
        return prefix + self.joined([(self.string_part(node), False)])

    def Interpolation(self, node, level):
        return self.FormattedValue(node, level, 't')

    # --- patterns ---

    def MatchValue(self, node, level):
        return self.text(node.value, TEST)

    def MatchSingleton(self, node, level):
        return self.value(node.value)

    def MatchSequence(self, node, level):
        return f'[{self.list(node.patterns)}]'

    def MatchStar(self, node, level):
        return '*' + (node.name or '_')

    def MatchMapping(self, node, level):
        parts = [f'{self.text(key, TEST)}: {self.text(pattern, TEST)}' for key, pattern in zip(node.keys, node.patterns)]
        if node.rest is not None:
            parts.append('**' + node.rest)
        return f'{{{", ".join(parts)}}}'

    def MatchClass(self, node, level):
        named = [f'{name}={self.text(pattern, TEST)}' for name, pattern in zip(node.kwd_attrs, node.kwd_patterns)]
        inside = [self.text(pattern, TEST) for pattern in node.patterns] + named
        return f'{self.text(node.cls, ATOM)}({", ".join(inside)})'

    def MatchAs(self, node, level):
        if node.name is None:
            return '_'
        if node.pattern is None:
            return node.name
        return self.within(f'{self.text(node.pattern, BIT_OR)} as {node.name}', TEST, level)

    def MatchOr(self, node, level):
        return self.within(' | '.join([self.text(p, BIT_OR + 1) for p in node.patterns]), BIT_OR, level)
