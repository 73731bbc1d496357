"""The methods of the built-in types, as data: what they are given, and what they give.

A row is `name(arguments) -> kind`. An argument is the kind of an expression; with ? behind it may be left out (and all
behind it with it), with NAME= in front it is given as a keyword. A row with ! changes the object: then the program
shows the object, too. A row without parentheses is an attribute.
"""

METHODS = {
    'int': '''
        as_integer_ratio() -> tuple; bit_count() -> int; bit_length() -> int; conjugate() -> int; is_integer() -> bool
        to_bytes(small?, order?) -> bytes; to_bytes(small, order, signed=bool) -> bytes
        from_bytes(bytes, order?) -> int; from_bytes(bytes, order, signed=bool) -> int
        real -> int; imag -> int; numerator -> int; denominator -> int
    ''',
    'float': '''
        as_integer_ratio() -> tuple; conjugate() -> float; hex() -> str; is_integer() -> bool; real -> float
        imag -> float; fromhex(hex) -> float; from_number(number) -> float
    ''',
    'complex': 'conjugate() -> complex; real -> float; imag -> float; from_number(number) -> complex',
    'str': '''
        capitalize() -> str; casefold() -> str; center(width, char?) -> str; count(str, index?, index?) -> int
        encode(encoding?, errors?) -> bytes; endswith(affix, index?, index?) -> bool; expandtabs(small?) -> str
        find(str, index?, index?) -> int; index(str, index?, index?) -> int; isalnum() -> bool; isalpha() -> bool
        isascii() -> bool; isdecimal() -> bool; isdigit() -> bool; isidentifier() -> bool; islower() -> bool
        isnumeric() -> bool; isprintable() -> bool; isspace() -> bool; istitle() -> bool; isupper() -> bool
        join(strs) -> str; ljust(width, char?) -> str; lower() -> str; lstrip(str?) -> str; partition(str) -> tuple
        removeprefix(str) -> str; removesuffix(str) -> str; replace(str, str, small?) -> str
        replace(str, str, count=small) -> str; rfind(str, index?, index?) -> int; rindex(str, index?, index?) -> int
        rjust(width, char?) -> str; rpartition(str) -> tuple; rsplit(separator?, small?) -> list
        rstrip(str?) -> str; split(separator?, small?) -> list; split(maxsplit=small) -> list
        splitlines(bool?) -> list; startswith(affix, index?, index?) -> bool; strip(str?) -> str; swapcase() -> str
        title() -> str; translate(table) -> str; upper() -> str; zfill(width) -> str; maketrans(str, str, str?) -> dict
        maketrans(dict) -> dict; format(any, any?, any?) -> str; format_map(dict) -> str
    ''',
    'bytes': '''
        capitalize() -> bytes; center(width, byte?) -> bytes; count(bytes, index?, index?) -> int
        count(byteint) -> int; decode(encoding?, errors?) -> str; endswith(bytes, index?, index?) -> bool
        expandtabs(small?) -> bytes; find(bytes, index?, index?) -> int; find(byteint) -> int; fromhex(hexpairs) -> bytes
        hex(char?, small?) -> str; index(bytes, index?, index?) -> int; isalnum() -> bool; isalpha() -> bool
        isascii() -> bool; isdigit() -> bool; islower() -> bool; isspace() -> bool; istitle() -> bool; isupper() -> bool
        join(bytess) -> bytes; ljust(width, byte?) -> bytes; lower() -> bytes; lstrip(bytes?) -> bytes
        maketrans(bytes, bytes) -> bytes; partition(bytes) -> tuple; removeprefix(bytes) -> bytes
        removesuffix(bytes) -> bytes; replace(bytes, bytes, small?) -> bytes; rfind(bytes, index?, index?) -> int
        rindex(bytes, index?, index?) -> int; rjust(width, byte?) -> bytes; rpartition(bytes) -> tuple
        rsplit(bytes?, small?) -> list; rstrip(bytes?) -> bytes; split(bytes?, small?) -> list
        splitlines(bool?) -> list; startswith(bytes, index?, index?) -> bool; strip(bytes?) -> bytes
        swapcase() -> bytes; title() -> bytes; translate(bytetable, bytes?) -> bytes
        translate(bytetable, delete=bytes) -> bytes; upper() -> bytes; zfill(width) -> bytes
    ''',
    'bytearray': '''
        append(byteint)! -> none; clear()! -> none; copy() -> bytearray; extend(byteints)! -> none
        insert(index, byteint)! -> none; pop(index?)! -> int; remove(byteint)! -> none; reverse()! -> none
        resize(small)! -> none
    ''',  # and all those of bytes, see below
    'list': '''
        append(any)! -> none; clear()! -> none; copy() -> list; count(any) -> int; extend(iterable)! -> none
        index(any, index?, index?) -> int; insert(index, any)! -> none; pop(index?)! -> any; remove(any)! -> none
        reverse()! -> none; sort()! -> none; sort(key=key, reverse=bool)! -> none
    ''',
    'tuple': 'count(any) -> int; index(any, index?, index?) -> int',
    'dict': '''
        clear()! -> none; copy() -> dict; get(hashable, any?) -> any; items() -> items; keys() -> keys
        pop(hashable, any?)! -> any; popitem()! -> tuple; setdefault(hashable, any?)! -> any; update(dict)! -> none
        update(pairs)! -> none; values() -> values; fromkeys(iterable, any?) -> dict
    ''',
    'set': '''
        add(hashable)! -> none; clear()! -> none; copy() -> set; difference(iterable, iterable?) -> set
        difference_update(iterable, iterable?)! -> none; discard(hashable)! -> none
        intersection(iterable, iterable?) -> set; intersection_update(iterable)! -> none; isdisjoint(iterable) -> bool
        issubset(iterable) -> bool; issuperset(iterable) -> bool; pop()! -> any; remove(hashable)! -> none
        symmetric_difference(iterable) -> set; symmetric_difference_update(iterable)! -> none
        union(iterable, iterable?) -> set; update(iterable, iterable?)! -> none
    ''',
    'frozenset': '''
        copy() -> frozenset; difference(iterable, iterable?) -> frozenset; intersection(iterable) -> frozenset
        isdisjoint(iterable) -> bool; issubset(iterable) -> bool; issuperset(iterable) -> bool
        symmetric_difference(iterable) -> frozenset; union(iterable, iterable?) -> frozenset
    ''',
    'range': 'count(number) -> int; index(int) -> int; start -> int; stop -> int; step -> int',
    'slice': 'indices(small) -> tuple; start -> any; stop -> any; step -> any',
    'memoryview': '''
        tobytes(none?) -> bytes; tolist() -> list; hex(char?, small?) -> str; cast(viewformat) -> memoryview
        toreadonly() -> memoryview; release()! -> none; count(int) -> int; index(int, index?, index?) -> int
        nbytes -> int; itemsize -> int; format -> str; ndim -> int; shape -> tuple; strides -> tuple
        suboffsets -> tuple; readonly -> bool; contiguous -> bool; c_contiguous -> bool; f_contiguous -> bool
        obj -> any
    ''',
    'keys': 'isdisjoint(iterable) -> bool; mapping -> any',
    'items': 'isdisjoint(iterable) -> bool; mapping -> any',
    'values': 'mapping -> any',
    'exception': 'add_note(str)! -> none; with_traceback(none) -> exception; args -> tuple',
    'group': 'split(exctype) -> tuple; subgroup(exctype) -> any; derive(exceptions) -> group; exceptions -> tuple',
    'type': 'mro() -> list',
    'mappingproxy': '''
        copy() -> dict; get(hashable, any?) -> any; items() -> items; keys() -> keys; values() -> values
    ''',
}
METHODS['bytearray'] += METHODS['bytes'].replace('-> bytes', '-> bytearray')
METHODS['bool'] = METHODS['int']
METHODS['bool'] = METHODS['bool'].replace('from_bytes(bytes, order?) -> int', 'from_bytes(bytes, order?) -> bool')


class Row:
    """name, the kinds of the arguments, the number of them that may not be left out, keywords as (name, kind)."""

    def __init__(self, text):
        left, self.result = text.strip().split(' -> ')
        self.changes = left.endswith('!')
        left = left.removesuffix('!')
        self.is_attribute = '(' not in left
        self.name, _, arguments = left.removesuffix(')').partition('(')
        self.arguments, self.keywords, self.required = [], [], 0
        for argument in filter(None, arguments.split(', ')):
            if '=' in argument:
                self.keywords.append(argument.split('='))
            else:
                self.arguments.append(argument.removesuffix('?'))
                self.required += not argument.endswith('?')


ROWS = {kind: [Row(row) for line in text.split('\n') for row in line.split('; ') if row.strip()]
        for kind, text in METHODS.items()}

# How an attribute of the class is named, where a program cannot write it by the kind.
CLASSES = {'keys': 'type({}.keys())', 'items': 'type({}.items())', 'values': 'type({}.values())',
           'exception': 'Exception', 'group': 'ExceptionGroup', 'mappingproxy': 'type(type.__dict__)'}
# Rows that are called on the class.
STATIC = {'from_bytes', 'fromhex', 'from_number', 'maketrans', 'fromkeys'}
