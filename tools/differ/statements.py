"""Random programs about the parts of the language that every program uses: expressions, names, functions, classes,
exceptions, patterns, loops; and programs with mistakes in them."""

from styles import Writer, guarded, join_block, style
from tree import Node, join


@style(45)
def expressions(w):
    """Single expressions, each shown with its result or its exception."""
    return [w.shown(w.line()) for _ in range(10)]


@style(10)
def variables(w):
    """Names that are bound, changed in place, unpacked, deleted."""
    r = w.random
    statements = [w.assign(name, r.choice(['int', 'str', 'list', 'dict', 'set', 'float', 'tuple', 'bytearray', 'bytes']))
                  for name in 'abcd']
    for _ in range(6):
        n = r.below(8)
        kind = r.choice([kind for kind, names in w.variables.items() if names])
        name = r.choice(w.variables[kind])
        if n < 2:
            operand = w.make('small' if kind in ('int', 'bool') else kind, 2)
            statements.append(guarded(w, w.line_of(name, ' ', r.choice(['+', '-', '*', '|', '&', '//', '%', '^', '/'])
                                                   if kind in ('int', 'float', 'set') else r.choice('+|-'), '= ', operand)))
        elif n == 2:
            statements.append(guarded(w, w.line_of(name, '[', w.make('index', 1), '] = ', w.make('any', 1))))
        elif n == 3:
            statements.append(guarded(w, w.line_of(name, r.choice(['[1:2]', '[:]', '[::2]', '[-1:]', '[5:1]']), ' = ',
                                                   w.make('iterable', 1))))
        elif n == 4:
            statements.append(guarded(w, w.line_of('del ', name, r.choice(['[0]', '[1:]', '[::2]', '[-1]', '[9]', '.x']))))
        elif n == 5:
            targets = r.choice(['x, y', 'x, *y', '*x, y', '(x, (y, *z))', '[x, y, z]', 'x, *y, z', 'x, y, z, u'])
            statements.append(guarded(w, w.line_of(targets, ' = ', w.make('iterable', 2))))
            statements.append(guarded(w, w.line_of('print(x, y)')))
        else:
            statements.append(w.shown(w.any_call()))
    statements.append(w.line_of('print(a, b, c, d, sep="\\n")'))
    return statements


@style(8)
def arguments(w):
    """Functions with parameters of all kinds, called rightly and wrongly."""
    r = w.random
    positional = [w.parameter(name) for name in 'ab'[:r.below(3)]]
    normal = [w.parameter(name) for name in 'cd'[:r.below(3)]]
    default_seen = False
    parts = []
    for name, default in positional + normal:
        default_seen = default_seen or default is not None
        parts.append(Node('', name, '=', default or w.make('int', 0)) if default_seen else name)
        if positional and name == positional[-1][0]:
            parts.append('/')
    star = r.below(3)
    keywords = [w.parameter(name) for name in 'ef'[:r.below(3)]]
    if star == 1 or (keywords and not star):
        parts.append('*args' if star == 1 else '*')
    parts += [Node('', name, '=', default) if default else name for name, default in keywords]
    if r.chance(30):
        parts.append('**kwargs')
    what = r.choice(['def f(', 'f = lambda ', 'class C:\n    def f(self, '])
    if what.startswith('f ='):
        head = join('stmt', parts, start='f = lambda ', end=': sorted(locals().items())')
    else:
        body = '\n    return sorted(locals().items())' if what.startswith('def') else \
            "\n        return sorted((k, v) for k, v in locals().items() if k != 'self')\nf = C().f"
        head = join('stmt', parts, start=what, end='):' + body)
    statements = [head]
    for _ in range(7):
        given = [w.make('any', 1) for _ in range(r.below(4))]
        if r.chance(20):
            given.append(Node('', '*', w.make('iterable', 1)))
        given += [Node('', name, '=', w.make('int', 0)) for name in r.some('abcdefg') if r.chance(40)]
        if r.chance(15):
            given.append(Node('', '**', r.choice(["{'a': 1}", "{'e': 2, 'f': 3}", '{1: 2}', '{}', '3', "{'z': 0}"])))
        statements.append(w.shown(join('any', given, start='f(', end=')')))
    return statements


def parameter(w, name):
    return name, w.make('any', 0) if w.random.below(2) else None


Writer.parameter = parameter


@style(8)
def generators(w):
    """Generators that are sent values, closed, and fail; delegation; closures that share a variable."""
    r = w.random
    body = [w.line_of('x = ', w.make('int', 1))]
    for i in range(1 + r.below(3)):
        n = r.below(7)
        if n == 0:
            body.append(w.line_of('x = yield ', w.make('any', 1)))
        elif n == 1:
            body.append(w.line_of('yield from ', w.make('iterable', 1)))
        elif n == 2:
            body.append(w.block(Node('', 'for i in ', w.make('iterable', 1)), [w.line_of('x = yield i, x')]))
        elif n == 3:
            body.append(Node('stmt', 'try:', join_block([w.line_of('yield x')]), '\nexcept (ValueError, GeneratorExit) as e:',
                             join_block([w.line_of('print(repr(e))'), w.line_of(r.choice(['raise', 'yield 7', 'return 8', 'pass']))]),
                             '\nfinally:', join_block([w.line_of('print("finally")')])))
        elif n == 4:
            body.append(w.line_of('nonlocal total\ntotal += 1\nyield total'))
        elif n == 5:
            body.append(w.block(Node('', 'while x'), [w.line_of('x = yield'), w.line_of('print("got", x)')]))
        else:
            body.append(w.block(Node('', 'if ', w.make('bool', 1)), [w.line_of('return ', w.make('any', 1))]))
    statements = [Node('stmt', 'def outer():', join_block([
        w.line_of('total = ', w.make('int', 0)), Node('stmt', 'def g():', join_block(body)),
        w.line_of('return g, lambda: total')])), w.line_of('g, total = outer()'), w.line_of('o = g()')]
    for _ in range(6):
        call = r.choice(['next(o)', 'o.send(None)', 'o.send(1)', 'next(o, "end")', 'o.throw(ValueError)', 'o.close()',
                         'o.throw(KeyError("k"))', 'list(o)', 'total()', 'list(take(g(), 5))', 'o.gi_running',
                         'sum(1 for _ in take(g()))', 'o.gi_frame is None', 'o.throw(GeneratorExit)', '[*take(g(), 3)]'])
        for name in ('send', 'throw', 'close'):
            if f'.{name}(' in call:
                w.coverage.add(f'generator.{name}')
        statements.append(w.shown(Node('any', call)))
    return statements


SPECIAL = ('__add__ __radd__ __iadd__ __sub__ __rsub__ __mul__ __rmul__ __eq__ __ne__ __lt__ __gt__ __le__ __ge__ __len__ '
           '__bool__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __next__ __call__ __str__ __repr__ '
           '__format__ __hash__ __int__ __float__ __index__ __neg__ __pos__ __abs__ __invert__ __divmod__ __rdivmod__ '
           '__pow__ __rpow__ __matmul__ __rmatmul__ __and__ __or__ __xor__ __lshift__ __rshift__ __floordiv__ __truediv__ '
           '__mod__ __round__ __enter__ __exit__ __getattr__ __missing__ __reversed__ __length_hint__ __complex__ '
           '__bytes__ __trunc__ __floor__ __ceil__ __instancecheck__ __dir__ __sizeof__ __imul__ __ior__').split()
USES = ('{o} + 1', '1 + {o}', '{o} - {p}', '{o} * 2', '2 * {o}', '{o} == 1', '{o} != {p}', '{o} < 1', '{p} > {o}', '{o} <= {p}',
        'len({o})', 'bool({o})', '{o}[1]', '{o}["a":2]', '1 in {o}', 'list(take({o}))', 'next({o})', '{o}(1, k=2)', 'str({o})',
        'repr({o})', 'format({o}, "x")', 'f"{{{o}!r:>5}}"', 'hash({o}) == hash({o})', 'int({o})', 'float({o})', '[1, 2, 3][{o}]', '-{o}', '+{o}',
        'abs({o})', '~{o}', 'divmod({o}, 2)', 'divmod(2, {o})', '{o} ** 2', '2 ** {o}', '{o} @ {p}', '{o} & 1', '{o} | {p}',
        '{o} ^ 1', '{o} << 1', '{o} >> 1', '{o} // 2', '{o} / 2', '{o} % 2', 'round({o})', 'round({o}, 1)', '{o}.missing',
        'reversed({o})', 'complex({o})', 'bytes({o})', 'sorted([{o}, {p}])', 'max({o}, {p})', '{{{o}: 1}}', '{o} in [{p}]',
        'sum([{o}, {p}])', '[*{o}]', '(lambda *a: a)(*{o})', 'range({o})', 'hex({o})', '"%d %s" % ({o}, {o})', 'chr({o})',
        'isinstance(1, {o})', '{o}.a', 'getattr({o}, "zz", 5)', 'hasattr({o}, "x")', 'iter({o})', 'not {o}', '{o} and 1',
        '{o}.__class__', 'type({o}).__mro__', '{o}.__dict__', 'str.join(",", {o})', 'dict({o})', 'set({o})', 'enumerate({o})',
        'bytearray({o})', '[1, 2] * {o}', '"a" * {o}', '{o}.method(3)', 'C.smethod(1)', 'C.cmethod(1)', '{o}.prop', 'vars({o})',
        'super(C, {o}).__repr__()[:5]', '{o} is {o}', 'memoryview({o})', 'slice({o}).indices(3)', 'zip({o}, {o})', 'pow({o}, 2, 3)')


def special(w, name, result):
    """A special method, which does not make an endless iterator of the object."""
    first = {'__getitem__': 'steps(IndexError)', '__next__': 'steps(StopIteration)'}.get(name)
    return Node('stmt', f'def {name}(self, *args):', join_block(
        [w.line_of(first)] * bool(first) + [w.line_of('return ', result)]))


@style(12)
def classes(w):
    """A class with some special methods, maybe a base and slots; then operations on two instances."""
    r = w.random
    bases = r.choice(['', '', '', '(int)', '(str)', '(list)', '(dict)', '(tuple)', '(A)', '(A, list)', '(Exception)', '(float)',
                      '(set)', '(A, int)', '(D)', '(bytes)', '(property)', '(type)'])
    body = []
    if r.chance(15):
        body.append(w.line_of('__slots__ = ', r.choice(["('a', 'b')", "()", "('a', '__dict__')", "['a']", "'a'"])))
    for name in r.some(SPECIAL[r.below(10)::4]):
        result = Node('', r.choice(['self', '*args, "r"', 'NotImplemented', 'super().' + name + '(*args)', 'None', '']))
        if str(result) == '' or r.chance(55):
            kind = {'__len__': 'small', '__bool__': 'bool', '__hash__': 'int', '__str__': 'str', '__repr__': 'str',
                    '__int__': 'int', '__float__': 'float', '__index__': 'small', '__iter__': 'iterator', '__eq__': 'bool',
                    '__format__': 'str', '__length_hint__': 'small', '__next__': 'int', '__bytes__': 'bytes'}.get(name, 'any')
            result = w.make(kind, 1)
        if r.chance(8):
            result = Node('', '1 / 0')
        body.append(special(w, name, result))
    body.append(w.line_of(r.choice(['a = 1', 'prop = property(lambda self: self.x)', 'def method(self, x): return self, x',
                                    '@staticmethod\ndef smethod(x): return x', '@classmethod\ndef cmethod(cls, x): return x',
                                    'def __init__(self, *args): self.x = args', 'def __new__(cls, *args): return 3',
                                    'def __init_subclass__(cls, **k): print("sub", k)', '__hash__ = None',
                                    'def __set_name__(self, o, n): print("name", n)', '__match_args__ = ("x", "y")',
                                    '@property\ndef prop(self): return 1 / 0', '__eq__ = lambda s, o: True'])))
    statements = [Node('stmt', 'class A:', join_block([
        w.line_of('def __init__(self, *args): self.y = args'),
        special(w, r.choice(SPECIAL), w.make('any', 1))])),
        guarded(w, Node('stmt', f'class C{bases}:', join_block(body), '\n', 'o, p = C(', w.make('any', 0) if r.below(2) else '',
                        '), C()'))]
    for _ in range(8):
        use = r.choice(USES).format(o='o', p='p')
        statements.append(w.line_of('t(lambda: ', use, ')'))
    statements.append(guarded(w, w.line_of('o ', r.choice(['+=', '-=', '*=', '|=', '@=', '**=']), ' 1; print(o)')))
    statements.append(guarded(w, w.line_of(r.choice(['o[1] = 2', 'del o[1]', 'o.x = 5', 'del o.x', 'o.a = 1', 'o.new = 1; print(o.new)',
                                                     'with o as x: print(x)', 'a, *b = o; print(b)', 'for i in o: print(i); break']))))
    return statements


@style(9)
def exceptions(w):
    """Raising, handling, chaining, finally, and a traceback at the end."""
    r = w.random

    def failing(depth):
        n = r.below(9 if depth else 4)
        if n == 0:
            return w.line_of(w.line())
        if n == 1:
            return w.line_of('raise ', w.make('exception', 1))
        if n == 2:
            return w.line_of('raise ', w.make('exception', 0), ' from ', r.choice(['None', 'e0', 'ValueError("cause")', '3']))
        if n == 3:
            return w.line_of(r.choice(['1 / 0', '[][1]', '{}["k"]', 'None.x', 'undefined', 'int("x")', 'e0.add_note("n"); raise e0',
                                       'assert 0, "why"', 'x = y = [1, 2][5]', 'len(1, 2)', 'raise', 'len(5)', '"a" + 1', 'a, b = [1]',
                                       'raise ExceptionGroup("g", [ValueError(1), TypeError(2)])', 'del undefined', 'import no_such',
                                       'from math import no_such', 'sorted([1, "a"])', 'next(iter([]))', 'return_ = (yield_)']))
        if n == 4:
            return Node('stmt', 'try:', join_block([failing(depth - 1)]), '\nexcept ',
                        r.choice(['Exception', 'ValueError', '(KeyError, ZeroDivisionError)', 'Exception as e0', 'BaseException as e']),
                        ':', join_block([failing(depth - 1)]),
                        *(['\nelse:', join_block([failing(depth - 1)])] if r.chance(30) else []),
                        *(['\nfinally:', join_block([w.line_of('print("finally")')])] if r.chance(40) else []))
        if n == 5:
            return Node('stmt', 'try:', join_block([failing(depth - 1)]), '\nfinally:', join_block([failing(depth - 1)]))
        if n == 6:
            return Node('stmt', 'for i in range(3):', join_block([
                Node('stmt', 'try:', join_block([failing(depth - 1)]), '\nexcept Exception as e:', join_block([
                    w.line_of('print(i, repr(e), repr(e.__context__), repr(e.__cause__))'),
                    w.line_of(r.choice(['break', 'continue', 'pass', 'raise', 'e0 = e']))]))]))
        if n == 7:
            return Node('stmt', 'try:', join_block([failing(depth - 1)]), '\nexcept* ',
                        r.choice(['ValueError', 'Exception as e', '(TypeError, KeyError) as e', 'OSError']), ':',
                        join_block([failing(depth - 1)]))
        return Node('stmt', 'with Manager(', r.choice(['0', '1']), ') as m:', join_block([failing(depth - 1)]))

    head = w.line_of('class Manager:\n    def __init__(self, swallow): self.swallow = swallow\n'
                     '    def __enter__(self): print("enter"); return self\n'
                     '    def __exit__(self, *args): print("exit", args[0], args[1]); return self.swallow')
    statements = [head, w.line_of('e0 = KeyError("first")')]
    for name in 'fgh'[:1 + r.below(3)]:
        statements.append(Node('stmt', f'def {name}(x=0):', join_block([failing(2)])))
    statements.append(guarded(w, failing(2)))
    statements.append(guarded(w, w.line_of('f()')))
    statements.append(w.line_of(r.choice(['f()', 'print(f())', '(lambda: f())()', '[f() for _ in "ab"]', 'f(\n  )\n', 'x = f() + 1'])))
    return statements


@style(6)
def matches(w):
    """match with patterns of all kinds."""
    r = w.random

    def pattern(depth):
        n = r.below(12 if depth else 5)
        if n == 0:
            return Node('pattern', r.choice(['1', '-1', '"a"', 'None', 'True', '1.5', '1+2j', "b'a'", '"abc"', '-2.5']))
        if n < 3:
            return Node('pattern', r.choice(['x', 'y', '_', 'z', 'K.one']))
        if n < 5:
            return Node('pattern', r.choice(['int()', 'str(x)', 'list()', 'P(1, y)', 'P(a=x)', 'dict()', 'float()', 'P(1, 2, 3)',
                                             'int(1)', 'bool()', 'tuple((x, y))', 'object(zz=1)', 'K()', 'set()']))
        if n < 8:
            parts = [pattern(depth - 1) for _ in range(r.below(4))]
            if r.chance(30):
                parts.insert(r.below(len(parts) + 1), r.choice(['*_', '*rest']))
            return join('pattern', parts, start='[', end=']')
        if n == 8:
            return Node('pattern', '(', pattern(depth - 1), ' | ', pattern(0), ')')
        if n == 9:
            return Node('pattern', '(', pattern(depth - 1), ' as w)')
        parts = [Node('', r.choice(['1', '"a"', '"k"', 'None']), ': ', pattern(depth - 1)) for _ in range(r.below(3))]
        if r.chance(30):
            parts.append('**rest')
        return join('pattern', parts, start='{', end='}')

    cases = [Node('stmt', 'case ', pattern(2), *([' if ', w.make('bool', 1)] if r.chance(20) else []), ':', join_block([
        w.line_of(f'return {i}, sorted((k, repr(v)) for k, v in locals().items())')])) for i in range(1 + r.below(4))]
    subjects = [w.make('any', 2) for _ in range(5)] + [Node('any', r.choice(['P(1, 2)', '[1, [2, 3]]', '{"a": 1, 1: 2}', '(1, 2, 3)']))]
    return [w.line_of('class P:\n    __match_args__ = ("a", "b")\n    def __init__(self, a, b): self.a, self.b = a, b\n'
                      '    def __repr__(self): return f"P({self.a}, {self.b})"\nclass K: one = 1'),
            Node('stmt', 'def f(v):', join_block([Node('stmt', 'match v:', join_block(cases))]))] + [
        w.shown(Node('any', 'f(', subject, ')')) for subject in subjects]


@style(6)
def control(w):
    """Loops, conditions, nested functions with shared variables, comprehensions in classes, del, global, walrus."""
    r = w.random
    names = 'abc'

    def body(depth):
        statements = []
        for _ in range(1 + r.below(3)):
            n = r.below(12 if depth else 5)
            if n < 2:
                statements.append(w.line_of(r.choice(names), ' = ', w.make('int', 2)))
            elif n == 2:
                statements.append(w.line_of('print(', r.choice(names), ', ', w.make('any', 2), ')'))
            elif n == 3:
                statements.append(w.line_of(r.choice(names), ' ', r.choice(['+', '-', '|', '^']), '= ', w.make('small', 0)))
            elif n == 4:
                statements.append(w.line_of(r.choice(['del a', 'print([x for x in range(3) if (y := x)], y)', 'pass', 'print(*"ab", sep="-")',
                                                      'global c', 'nonlocal b', 'a = b = c', 'a, b = b, a', '(a := 5)', 'print(f"{a=}")',
                                                      'c: int = 3', 'lambda: (yield)', 'import math', 'assert a or 1'])))
            elif n < 7:
                statements.append(w.block(Node('', 'for ', r.choice(['a', 'i', 'a, b', 'i, *a']), ' in ', w.make('iterable', 1)),
                                          body(depth - 1) + [w.line_of(r.choice(['pass', 'break', 'continue', 'if i: break']))]))
                if r.chance(30):
                    statements[-1].parts += ['\nelse:', join_block(body(depth - 1))]
            elif n == 7:
                statements.append(Node('stmt', 'if ', w.make('bool', 2), ':', join_block(body(depth - 1)), '\nelif ',
                                       w.make('bool', 1), ':', join_block(body(depth - 1)), '\nelse:', join_block(body(depth - 1))))
            elif n == 8:
                statements.append(w.block(Node('', 'while (n := n - 1) > 0'), body(depth - 1)))
            elif n == 9:
                statements.append(Node('stmt', r.choice(['def f(a=1, *b):', 'def f(b=2):', 'async def f():', 'class f:']),
                                       join_block(body(depth - 1) + [w.line_of(r.choice(['pass', 'return a', 'nonlocal c', 'print(a)']))]),
                                       r.choice(['\nprint(f())', '\nf', '\nf(3)', ''])))
            elif n == 10:
                statements.append(guarded(w, Node('stmt', join('', body(depth - 1), '\n'))))
            else:
                statements.append(w.line_of('print(', w.comprehension('[', ']', 'list', 2), ')'))
        return statements

    return [w.line_of('n = 4; a = 1; b = 2; c = [3]; i = 0'),
            Node('stmt', 'def main():', join_block([w.line_of('n = 3; a = 1; b = 2; c = 3; i = 0')] + body(2))),
            guarded(w, w.line_of('main()')), guarded(w, Node('stmt', join('', body(2), '\n')))]


TOKENS = ('( ) [ ] { } : , . = == + - * ** / // @ -> := ... if else for in while def class return lambda not and or is None True '
          'x y 1 1.5 "a" f"{x}" async await yield from import as with try except finally raise del global pass break match case '
          'type print ; \\ ! ? $ \' " 0x 1_ 0b2 é 5abc').split()


@style(3)
def mistakes(w):
    """A program with a token too many, too few, or another one: what is wrong with it, and where."""
    r = w.random
    style = r.choice([control, exceptions, classes, expressions, matches])
    statements = style(w)
    text = str(r.choice(statements))
    places = [i for i, c in enumerate(text) if c in ' ()[]:,.=\n']
    for _ in range(1 + r.below(2)):
        place = r.choice(places)
        n = r.below(3)
        if n == 0:
            text = text[:place] + ' ' + r.choice(TOKENS) + ' ' + text[place:]
        elif n == 1:
            text = text[:place] + text[place + 1:]
        else:
            end = place + 1 + r.below(6)
            text = text[:place] + ' ' + r.choice(TOKENS) + ' ' + text[end:]
    return [w.line_of(text)]
