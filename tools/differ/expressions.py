"""Random expressions: for each kind a few literals, and productions that make that kind out of others.

`Expressions.make(kind, depth)` gives a node. With a small probability the kind of an operand is another one than is
asked for, so that failures and their messages are tested as well as results. What would need gigabytes or hours is
kept out by kinds of their own: `small` and `width` are never large.
"""

from formats import format_spec, percent_field
from methods import CLASSES, ROWS, STATIC
from tree import Node, join

INTS = ('0 1 -1 2 3 7 10 -5 255 256 257 -256 1000 65535 2147483647 -2147483648 4294967296 9223372036854775807 '
        '-9223372036854775808 18446744073709551616 -36893488147419103233 123456789012345678901234567890 0xff 0b1011 '
        '0o17 1_000 True False I(5)').split()
FLOATS = ('0.0 -0.0 1.0 1.5 -2.5 0.1 3.14159 1e10 1e16 1e22 1e-5 123456.789 1e100 -1e-300 5e-324 1.7976931348623157e308 '
          "float('inf') float('-inf') float('nan') 2.675 1e15 0.5 100.0 F(2.5)").split()
STRS = ("''", "'a'", "'abc'", "'Hello World'", "' x y '", "'aXbXc'", "'12'", "'-7'", "'ß'", "'ǅ'", "'É\\u0301'",
        "'日本'", "'😀'", "'a\\tb\\n'", "'line1\\nline2\\r\\nline3'", "'x' * 10", "'ΑΣ'", "'\\x00\\x1f'", "'½²'",
        "'{}'", "'%s'", "'aaa'", "'ab' * 3", "'\\ud800'", "'İ'", "'fi'", "'0x1F'", "S('sub')", "'_id1'", "'١٢'", "'\\'\"'")
BYTES = ("b''", "b'a'", "b'abc'", "b'Hello World'", "b' x\\ty '", "b'\\x00\\xff'", "b'12'", "b'aXbXc'", "b'aaa'",
         "bytes(range(5))", "b'l1\\nl2\\r\\nl3'", "B(b'sub')", "'é€'.encode()")
SIMPLE = {
    'int': INTS, 'float': FLOATS, 'str': STRS, 'bytes': BYTES,
    'small': '0 1 2 3 -1 -2 5 7'.split(),
    'index': '0 1 2 -1 -3 5 100 -100 None Index(1)'.split(),
    'width': '0 1 5 10 13 -2'.split(),
    'byteint': '0 65 97 98 255 256 -1'.split(),
    'bool': ['True', 'False'],
    'none': ['None'],
    'complex': '1j 0j 1+2j -2.5j (3-4j) complex(-0.0,-0.0) complex("inf") 1e20j'.split(),
    'char': ("' '", "'*'", "'0'", "'é'", "'€'", "'😀'", "'ab'", "''"),
    'byte': ("b' '", "b'*'", "b'0'", "b'ab'", "bytearray(b'-')"),
    'order': ("'big'", "'little'", "'middle'"),
    'encoding': ("'utf-8'", "'ascii'", "'latin-1'", "'utf-16'", "'utf-32-le'", "'unicode_escape'", "'cp1252'",
                 "'utf-16-be'", "'no such'", "'utf_8_sig'"),
    'errors': ("'strict'", "'ignore'", "'replace'", "'backslashreplace'", "'xmlcharrefreplace'", "'surrogateescape'",
               "'surrogatepass'", "'namereplace'", "'none'"),
    'hex': ("'0x1.8p3'", "'-0x1p-1074'", "'inf'", "'nan'", "'0x.8'", "'1.5'", "'zz'", "'0x1p2000'"),
    'hexpairs': ("'00ff'", "' 61 62 '", "'0'", "'zz'", "'6 1'", "b'6162'"),
    'separator': ("None", "','", "' '", "'X'", "'ab'", "''"),
    'affix': ("'a'", "''", "('a', 'H')", "()", "'World'", "(1,)"),
    'table': ("{97: 'X', 98: None}", "str.maketrans('ab', 'xy')", "{}", "{97: 98}", "['x'] * 200", "{97: 1.5}"),
    'bytetable': ("None", "bytes(range(256))", "bytes.maketrans(b'ab', b'xy')", "b'short'"),
    'viewformat': ("'B'", "'b'", "'H'", "'i'", "'c'", "'zz'", "'@I'", "'d'"),
    'key': ('None', 'len', 'str', 'repr', 'abs', 'lambda x: -x', 'type', 'lambda x: 0', 'bool'),
    'exctype': ('ValueError', 'TypeError', '(KeyError, OSError)', 'Exception', 'lambda e: True', 'BaseException', '3'),
    'type': ('int', 'str', 'list', 'bool', 'dict', 'object', 'type', 'Exception', 'I', 'L', 'float', 'tuple', 'KeyError'),
    # Nothing here is hashed by its address: the order of a set would be another one in every run.
    'odd': ('Bad()', 'Wild()', 'Index(2)', 'Iter(1, 2, 3)', "T((1, 'x'))", 'D(a=1)', 'L([1])', 'Z([1])', 'Index(2**70)',
            'slice(2)'),
    'object': ('NotImplemented', '...', 'int', 'len', 'lambda: 1', 'object', 'ValueError(1)', 'print', 'str.upper',
               '[].append', 'type', 'list[int]', 'int | str', 'I', 'type(None)', 'Exception', 'super', 'property()'),
}

HASHABLE = 'int int str str float bool none tuple bytes frozenset complex'.split()
ANY = HASHABLE + 'list dict set bytearray range list odd'.split()
ITERABLE = 'list list tuple str range set dict bytes frozenset iterator keys values items bytearray'.split()
NUMBER = 'int int float bool complex'.split()
NEVER_LARGE = {'small', 'width', 'index', 'byteint', 'bool'}
CLASSES_OF = {'number': NUMBER, 'hashable': HASHABLE, 'any': ANY, 'iterable': ITERABLE}

COMPARE = ['==', '!=', '<', '<=', '>', '>=']
ARITHMETIC = ['+', '-', '*', '/', '//', '%', '&', '|', '^', '+', '-', '*', '@']
PREDICATES = ['lambda x: x', 'None', 'bool', 'lambda x: x == 1', 'str', 'lambda x: not x', 'callable']


class Expressions:
    def __init__(self, random, coverage):
        self.random = random
        self.coverage = coverage
        self.variables = {}  # kind -> names
        self.productions = {kind[5:]: getattr(self, kind) for kind in dir(self) if kind.startswith('make_')}

    # --- the way in

    def make(self, kind, depth=3):
        r = self.random
        if kind in CLASSES_OF:
            kind = r.choice(CLASSES_OF[kind])
        if depth < 3 and r.chance(3):  # not what was asked for
            kind = r.choice(ANY if kind not in NEVER_LARGE else ['str', 'float', 'none', 'tuple'])
        names = self.variables.get(kind)
        if names and r.chance(40):
            return Node(kind, r.choice(names))
        if kind in SIMPLE and (depth <= 0 or kind not in self.productions or r.chance(30)):
            return Node(kind, r.choice(SIMPLE[kind]))
        if kind in ROWS and depth > 0 and r.chance(15):
            return self.anything_giving(kind, depth)
        return self.productions[kind](depth)

    def anything_giving(self, kind, depth):
        """An operation whose result is of the kind for most operands."""
        r = self.random
        n = r.below(6)
        if n == 0:
            return Node(kind, '(', self.make(kind, depth - 1), ' if ', self.make('bool', depth - 1), ' else ',
                        self.make(kind, depth - 1), ')')
        if n == 1:
            return Node(kind, '(', self.make(kind, depth - 1), r.choice([' or ', ' and ']), self.make(kind, depth - 1),
                        ')')
        if n == 2:
            return Node(kind, '[', self.make(kind, depth - 1), ', ', self.make(kind, depth - 1), '][',
                        self.make('bool', depth - 1), ']')
        if n == 3:
            return Node(kind, '(lambda x: x)(', self.make(kind, depth - 1), ')')
        makers = [(owner, row) for owner, rows in ROWS.items() for row in rows if row.result == kind
                  and not row.is_attribute and owner not in ('exception', 'group')]
        return self.call(*r.choice(makers), depth - 1) if makers else self.productions[kind](depth)

    # --- methods

    def call(self, owner, row, depth):
        """o.method(arguments), or Class.method(...); now and then with an argument too few or too many."""
        r = self.random
        self.coverage.add(f'{owner}.{row.name}')
        if row.name in STATIC:
            receiver = Node('type', CLASSES.get(owner, owner))
        else:
            receiver = self.receiver(owner, depth)
        if row.is_attribute:
            return Node(row.result, receiver, '.', row.name)
        given = list(row.arguments)
        if len(given) > row.required:
            given = given[:row.required + r.below(len(given) - row.required + 1)]
        if r.chance(3):
            given = given[:-1] if given and r.below(2) else given + ['any']
        arguments = [self.make(kind, depth - 1) for kind in given]
        for name, kind in row.keywords:
            if r.chance(70):
                arguments.append(Node(kind, name, '=', self.make(kind, depth - 1)))
        if row.changes:
            return join('tuple', arguments, start=Node('', 'changed(', receiver, f', lambda o: o.{row.name}('), end='))')
        return join(row.result, arguments, start=Node('', receiver, '.', row.name, '('), end=')')

    def receiver(self, owner, depth):
        node = self.make(owner, depth - 1)
        return Node(owner, '(', node, ')')

    def any_call(self, depth=2):
        """A method of any type."""
        owner = self.random.choice(list(ROWS))
        return self.call(owner, self.random.choice(ROWS[owner]), depth)

    # --- kinds

    def operands(self, a, operator, b, kind, depth):
        return Node(kind, '(', self.make(a, depth - 1), ' ', operator, ' ', self.make(b, depth - 1), ')')

    def make_int(self, depth):
        r = self.random
        n = r.below(14)
        if n < 4:
            return self.operands('int', r.choice(['+', '-', '*', '//', '%', '&', '|', '^']), 'int', 'int', depth)
        if n == 4:
            return self.operands('int', r.choice(['<<', '>>', '**']), 'small', 'int', depth)
        if n == 5:
            return Node('int', r.choice(['-', '+', '~']), self.make('int', depth - 1))
        if n == 6:
            return Node('int', 'len(', self.make('iterable', depth - 1), ')')
        if n == 7:
            return Node('int', 'int(', self.make(r.choice(['str', 'float', 'number', 'bytes', 'any']), depth - 1), ')')
        if n == 8:
            return Node('int', 'int(', self.make('str', depth - 1), ', ', r.choice(['0', '2', '8', '10', '16', '36',
                                                                                    '37', '1']), ')')
        if n == 9:
            return Node('int', 'sum(', self.make('ints', depth - 1), ')')
        if n == 10:
            return Node('int', r.choice(['abs', 'hash', 'int', 'round', 'ord']), '(', self.make('int', depth - 1), ')')
        if n == 11:
            return Node('int', 'pow(', self.make('int', depth - 1), ', ', self.make('small', depth - 1), ', ',
                        self.make('int', depth - 1), ')')
        if n == 12:
            return Node('int', r.choice(['min', 'max']), '(', self.make('int', depth - 1), ', ',
                        self.make('int', depth - 1), ')')
        return Node('int', 'ord(', self.make('char', depth - 1), ')')

    def make_ints(self, depth):
        n = self.random.below(5)
        return join('ints', [self.make('int', depth - 1) for _ in range(n)], start='[', end=']')

    def make_strs(self, depth):
        n = self.random.below(4)
        return join('strs', [self.make('str', depth - 1) for _ in range(n)], start='[', end=']')

    def make_bytess(self, depth):
        n = self.random.below(4)
        return join('bytess', [self.make('bytes', depth - 1) for _ in range(n)], start='[', end=']')

    def make_byteints(self, depth):
        n = self.random.below(4)
        return join('byteints', [self.make('byteint', depth - 1) for _ in range(n)], start='[', end=']')

    def make_pairs(self, depth):
        n = self.random.below(3)
        return join('pairs', [Node('tuple', '(', self.make('hashable', depth - 1), ', ', self.make('any', depth - 1), ')')
                              for _ in range(n)], start='[', end=']')

    def make_exceptions(self, depth):
        n = 1 + self.random.below(3)
        return join('exceptions', [self.make('exception', depth - 1) for _ in range(n)], start='[', end=']')

    def make_float(self, depth):
        r = self.random
        n = r.below(7)
        if n < 3:
            return self.operands('number', r.choice(['+', '-', '*', '/', '//', '%']), 'float', 'float', depth)
        if n == 3:
            return self.operands('float', '**', 'small', 'float', depth)
        if n == 4:
            return Node('float', 'float(', self.make(r.choice(['str', 'int', 'bytes', 'any']), depth - 1), ')')
        if n == 5:
            return Node('float', 'round(', self.make('float', depth - 1), ', ', self.make('small', depth - 1), ')')
        return Node('float', r.choice(['-', 'abs']), '(', self.make('float', depth - 1), ')')

    def make_complex(self, depth):
        r = self.random
        if r.below(2):
            return self.operands('complex', r.choice(['+', '-', '*', '/', '**']), r.choice(['complex', 'small', 'float']),
                                 'complex', depth)
        return Node('complex', 'complex(', self.make(r.choice(['str', 'float', 'int']), depth - 1), ')')

    def make_bool(self, depth):
        r = self.random
        n = r.below(8)
        if n == 0:
            return Node('bool', '(not ', self.make('any', depth - 1), ')')
        if n == 1:
            return self.operands('any', r.choice(COMPARE), 'any', 'bool', depth)
        if n == 2:
            kind = r.choice(['int', 'float', 'str', 'list', 'tuple', 'set', 'bytes', 'number', 'dict'])
            return self.operands(kind, r.choice(COMPARE), kind, 'bool', depth)
        if n == 3:
            return self.operands('any', r.choice(['in', 'not in']), 'iterable', 'bool', depth)
        if n == 4:
            return Node('bool', r.choice(['any', 'all', 'bool', 'callable']), '(', self.make('iterable', depth - 1), ')')
        if n == 5:
            return Node('bool', 'isinstance(', self.make('any', depth - 1), ', ', self.make('type', 0), ')')
        if n == 6:
            a, b = r.choice(COMPARE), r.choice(COMPARE)
            return Node('bool', '(', self.make('number', depth - 1), f' {a} ', self.make('number', depth - 1), f' {b} ',
                        self.make('number', depth - 1), ')')
        return Node('bool', 'issubclass(', self.make('type', 0), ', ', self.make('type', 0), ')')

    def make_str(self, depth):
        r = self.random
        n = r.below(12)
        if n < 2:
            return self.operands('str', '+', 'str', 'str', depth)
        if n == 2:
            return self.operands('str', '*', 'small', 'str', depth)
        if n == 3:
            return self.subscript('str', depth)
        if n == 4:
            return Node('str', r.choice(['repr', 'str', 'ascii']), '(', self.make('any', depth - 1), ')')
        if n == 5:
            return Node('str', r.choice(['hex', 'oct', 'bin', 'chr']), '(', self.make('int', depth - 1), ')')
        if n == 6:
            return Node('str', 'format(', self.make(r.choice(['number', 'str', 'any']), depth - 1), ', ',
                        repr(format_spec(r)), ')')
        if n == 7:
            return self.fstring(depth)
        if n == 8:
            return self.percent("'", 'str', depth)
        if n == 9:
            return self.str_format(depth)
        if n == 10:
            return Node('str', 'str(', self.make('bytes', depth - 1), ', ', self.make('encoding', 0), ', ',
                        self.make('errors', 0), ')')
        return Node('str', 'type(', self.make('any', depth - 1), ').__name__')

    def percent(self, quote, kind, depth):
        r = self.random
        fields = [percent_field(r) for _ in range(1 + r.below(3))]
        prefix = 'b' if kind == 'bytes' else ''
        text = f'{prefix}{quote}<' + '|'.join(fields) + f'>{quote}'
        values = [self.make(r.choice(['int', 'float', 'str', 'any', 'int', 'bytes']), depth - 1) for _ in fields]
        if r.chance(5):
            values.append(self.make('any', 0))
        values = join('tuple', values, start='(', end=',)')
        return Node(kind, '(', text, ' % ', values, ')')

    def str_format(self, depth):
        r = self.random
        fields, values = [], []
        for i in range(1 + r.below(3)):
            conversion = r.choice(['', '', '', '!r', '!s', '!a', '!x'] if r.chance(30) else [''])
            name = r.choice(['', str(i), 'k', '0.real', '0[0]', '9'] if r.chance(15) else [''])
            spec = ':' + format_spec(r) if r.below(2) else ''
            fields.append('{' + name + conversion + spec + '}')
            values.append(self.make(r.choice(['number', 'str', 'any']), depth - 1))
        return join('str', values, start=repr(' '.join(fields)) + '.format(', end=')')

    def fstring(self, depth):
        r = self.random
        parts = ["f'''"]
        for _ in range(1 + r.below(2)):
            parts += [r.choice(['', 'a', '{{', ' ']), '{', Node('str', '(', self.make('any', depth - 1), ')'),
                      r.choice(['', '', '', '=', ' = ']), r.choice(['', '', '!r', '!s', '!a'])]
            if r.below(2):
                spec = format_spec(r)
                parts.append(':' + ('{(' + str(r.below(12)) + ')}' if r.chance(10) else
                                    spec.replace('{', '').replace('}', '').replace("'", '')))
            parts.append('}')
        return Node('str', *parts, "'''")

    def subscript(self, kind, depth):
        r = self.random
        of = Node(kind, '(', self.make(kind, depth - 1), ')')
        if r.below(3) == 0:
            return Node(kind, of, '[', self.make('index', depth - 1), ']')
        pieces = [self.make('index', 0) if r.below(2) else '' for _ in range(2 + r.below(2))]
        if len(pieces) == 3 and r.chance(80):
            pieces[2] = r.choice(['-1', '2', '-2', '3', '0'])
        return join(kind, pieces, ':', Node('', of, '['), ']')

    def make_bytes(self, depth):
        r = self.random
        n = r.below(8)
        if n == 0:
            return self.operands('bytes', '+', r.choice(['bytes', 'bytearray', 'bytes']), 'bytes', depth)
        if n == 1:
            return self.operands('bytes', '*', 'small', 'bytes', depth)
        if n == 2:
            return self.subscript('bytes', depth)
        if n == 3:
            return Node('bytes', 'bytes(', self.make(r.choice(['byteints', 'small', 'bytearray', 'list', 'memoryview']),
                                                     depth - 1), ')')
        if n == 4:
            return Node('bytes', 'bytes(', self.make('str', depth - 1), ', ', self.make('encoding', 0), ')')
        if n == 5:
            return self.percent("'", 'bytes', depth)
        rows = [row for row in ROWS['bytes'] if row.result == 'bytes']
        return self.call('bytes', r.choice(rows), depth - 1)

    def make_bytearray(self, depth):
        if depth > 0 and self.random.chance(30):
            return self.operands('bytearray', self.random.choice(['+', '+', '%']), 'bytes', 'bytearray', depth)
        return Node('bytearray', 'bytearray(', self.make('bytes', depth - 1), ')')

    def make_memoryview(self, depth):
        r = self.random
        view = Node('memoryview', 'memoryview(', self.make(r.choice(['bytes', 'bytearray']), depth - 1), ')')
        return self.sliced(view) if r.chance(30) else view

    def sliced(self, node):
        return Node(node.kind, node, self.random.choice(['[1:]', '[::2]', '[::-1]', '[:0]', '[1:3]']))

    def items(self, kind, depth, most=4):
        """Items of one kind, or of many."""
        r = self.random
        if kind == 'any' and r.chance(60):
            kind = r.choice(['int', 'str', 'float', 'number', 'tuple'])
        nodes = [self.make(kind, depth - 1) for _ in range(r.below(most + 1))]
        if nodes and r.chance(8):
            nodes[r.below(len(nodes))] = Node('', '*', self.make('iterable', depth - 1))
        return nodes

    def comprehension(self, start, end, kind, depth):
        r = self.random
        name = r.choice(['i', 'j', 'x'])
        result = r.choice([name, f'{name}, {name}', f'[{name}]', f'str({name})', f'{name} * 2', f'({name} := {name})'])
        if ',' in result:
            result = f'({result})'
        parts = [start, result, f' for {name} in ', self.make('iterable', depth - 1)]
        if r.chance(30):
            parts += [' if ', r.choice([name, f'{name} != 1', f'not {name}', f'{name} in (1, "a")'])]
        if r.chance(15):
            parts += [' for k in ', self.make('iterable', depth - 1)]
        return Node(kind, *parts, end)

    def make_list(self, depth):
        r = self.random
        n = r.below(10)
        if depth <= 0 or n < 4:
            return join('list', self.items('any', depth), start='[', end=']')
        if n == 4:
            return self.operands('list', '+', 'list', 'list', depth)
        if n == 5:
            return self.operands('list', '*', 'small', 'list', depth)
        if n == 6:
            return Node('list', 'list(', self.make(r.choice(['iterable', 'iterator']), depth - 1), ')')
        if n == 7:
            return Node('list', 'sorted(', self.make('iterable', depth - 1), ', key=', self.make('key', 0), ')')
        if n == 8:
            return self.subscript('list', depth)
        return self.comprehension('[', ']', 'list', depth)

    def make_tuple(self, depth):
        r = self.random
        n = r.below(6)
        if depth <= 0 or n < 3:
            nodes = self.items('hashable', depth, 3)
            return join('tuple', nodes, start='(', end=',)' if len(nodes) == 1 else ')')
        if n == 3:
            return Node('tuple', 'divmod(', self.make('number', depth - 1), ', ', self.make('number', depth - 1), ')')
        if n == 4:
            return Node('tuple', 'tuple(', self.make('iterable', depth - 1), ')')
        return self.operands('tuple', r.choice(['+', '*']), r.choice(['tuple', 'small']), 'tuple', depth)

    def make_dict(self, depth):
        r = self.random
        n = r.below(8)
        if depth <= 0 or n < 4:
            nodes = [Node('', self.make('hashable', depth - 1), ': ', self.make('any', depth - 1))
                     for _ in range(r.below(4))]
            if r.chance(8):
                nodes.append(Node('', '**', self.make('dict', depth - 1)))
            return join('dict', nodes, start='{', end='}')
        if n == 4:
            return self.operands('dict', '|', 'dict', 'dict', depth)
        if n == 5:
            return Node('dict', 'dict(', self.make(r.choice(['pairs', 'dict', 'iterable']), depth - 1), ', k=',
                        self.make('any', depth - 1), ')')
        if n == 6:
            return Node('dict', 'dict(zip(', self.make('iterable', depth - 1), ', ', self.make('iterable', depth - 1), '))')
        return Node('dict', '{i: ', r.choice(['i', '[i]', 'str(i)']), ' for i in ', self.make('iterable', depth - 1), '}')

    def make_set(self, depth):
        r = self.random
        n = r.below(6)
        if depth <= 0 or n < 2:
            nodes = [node for node in self.items('hashable', depth) if 'nan' not in str(node)]  # differences.py
            start, end = ('{', '}') if 0 < len(nodes) < 3 else ('set([', '])')
            return join('set', nodes, start=start, end=end)
        if n == 2:
            return Node('set', 'set(', self.make('iterable', depth - 1), ')')
        if n == 3:
            return self.comprehension('{', '}', 'set', depth)
        return self.operands('set', r.choice(['|', '&', '-', '^']), r.choice(['set', 'frozenset', 'keys']), 'set', depth)

    def make_frozenset(self, depth):
        if depth > 0 and self.random.chance(30):
            return self.operands('frozenset', self.random.choice(['|', '&', '-', '^']), 'set', 'frozenset', depth)
        return Node('frozenset', 'frozenset(', self.make('iterable', depth - 1) if depth > 0 else '', ')')

    def make_range(self, depth):
        r = self.random
        numbers = [self.make('small', 0) for _ in range(1 + r.below(3))]
        node = join('range', numbers, start='range(', end=')')
        return self.sliced(node) if r.chance(20) else node

    def make_slice(self, depth):
        numbers = [self.make('index', 0) for _ in range(1 + self.random.below(3))]
        return join('slice', numbers, start='slice(', end=')')

    def make_keys(self, depth):
        return Node('keys', '(', self.make('dict', depth - 1), ').keys()')

    def make_values(self, depth):
        return Node('values', '(', self.make('dict', depth - 1), ').values()')

    def make_items(self, depth):
        return Node('items', '(', self.make('dict', depth - 1), ').items()')

    def make_iterator(self, depth):
        r = self.random
        n = r.below(8)
        if n == 0:
            return Node('iterator', r.choice(['iter', 'reversed', 'enumerate']), '(', self.make('iterable', depth - 1), ')')
        if n == 1:
            return Node('iterator', 'zip(', self.make('iterable', depth - 1), ', ', self.make('iterable', depth - 1),
                        r.choice(['', ', strict=True', ', strict=False']), ')')
        if n == 2:
            return Node('iterator', 'map(', self.make('key', 0), ', ', self.make('iterable', depth - 1), ')')
        if n == 3:
            return Node('iterator', 'filter(', r.choice(PREDICATES), ', ', self.make('iterable', depth - 1), ')')
        if n == 4:
            return self.comprehension('(', ')', 'iterator', depth)
        if n == 5:
            return Node('iterator', 'enumerate(', self.make('iterable', depth - 1), ', ', self.make('int', depth - 1), ')')
        if n == 6:
            return Node('iterator', 'iter(Iter(', self.make('any', depth - 1), ', 2))')
        return Node('iterator', 'take(', self.make('iterable', depth - 1), ', ', self.make('small', 0), ')')

    def make_exception(self, depth):
        r = self.random
        name = r.choice(['ValueError', 'KeyError', 'Exception', 'OSError', 'StopIteration', 'UnicodeDecodeError',
                         'SystemExit', 'AttributeError', 'ImportError', 'NameError', 'SyntaxError', 'TypeError'])
        nodes = [self.make('any', 0) for _ in range(r.below(3))]
        return join('exception', nodes, start=name + '(', end=')')

    def make_group(self, depth):
        return Node('group', 'ExceptionGroup(', self.make('str', 0), ', ', self.make('exceptions', depth - 1), ')')

    def make_mappingproxy(self, depth):
        return Node('mappingproxy', "type(type.__dict__)(", self.make('dict', depth - 1), ')')

    # --- whole expressions of any kind, for a line of a program

    def line(self):
        r = self.random
        n = r.below(10)
        if n < 4:
            return self.any_call()
        if n < 6:
            operator = r.choice(ARITHMETIC + COMPARE)
            a, b = r.choice(ANY + ['object']), r.choice(ANY + ['object'])
            if operator == '*':  # a sequence of gigabytes is of no use
                a, b = (kind if kind not in NUMBER else 'small' for kind in (a, b))
            return self.operands(a, operator, b, 'any', 3)
        if n == 6:
            a, b = r.choice([('list', 'list'), ('str', 'str'), ('set', 'set'), ('number', 'number'), ('bytes', 'bytearray'),
                             ('dict', 'dict'), ('tuple', 'tuple'), ('bool', 'int'), ('keys', 'set'), ('items', 'set'),
                             ('memoryview', 'bytes'), ('slice', 'slice'), ('range', 'range'), ('type', 'type')])
            return self.operands(a, r.choice([o for o in ARITHMETIC + COMPARE if o != '*']), b, 'any', 3)
        if n == 7:
            return self.built_in()
        return self.make(r.choice(ANY + ['str', 'str', 'iterator', 'slice', 'memoryview', 'exception', 'group']), 3)

    def built_in(self):
        """A call of any built-in function, with arguments of any kind."""
        r = self.random
        name = r.choice(['abs', 'all', 'any', 'ascii', 'bin', 'bool', 'bytearray', 'bytes', 'callable', 'chr', 'complex',
                         'dict', 'divmod', 'enumerate', 'filter', 'float', 'format', 'frozenset', 'getattr', 'hasattr',
                         'hash', 'hex', 'int', 'isinstance', 'issubclass', 'iter', 'len', 'list', 'map', 'max',
                         'memoryview', 'min', 'next', 'object', 'oct', 'ord', 'pow', 'range', 'repr', 'reversed', 'round',
                         'set', 'slice', 'sorted', 'str', 'sum', 'tuple', 'type', 'zip', 'vars', 'super', 'property',
                         'classmethod', 'staticmethod', 'setattr', 'delattr', 'dir', 'aiter', 'anext', 'compile', 'eval',
                         'exec'])
        self.coverage.add(f'builtins.{name}')
        kinds = ['any', 'iterable', 'number', 'str', 'small']
        count = r.choice([0, 1, 1, 1, 1, 2, 2, 3])
        if name == 'hash':
            kinds = ['hashable', 'list']
        if name in ('range', 'bytes', 'bytearray', 'pow', 'dir'):
            kinds = ['small', 'str', 'list', 'small']
        if name == 'dir':
            count = 1
        nodes = [self.make(r.choice(kinds), 2) for _ in range(count)]
        if r.chance(12):
            nodes.append(Node('', r.choice(['key', 'default', 'reverse', 'start', 'strict', 'base', 'encoding', 'x',
                                            'source', 'object', 'ndigits', 'mod']), '=', self.make('any', 1)))
        call = join('any', nodes, start=name + '(', end=')')
        return Node('any', 'sorted(', call, ')[:3]') if name == 'dir' else call
