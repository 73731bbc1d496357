"""Built-in operations one by one: `python bench/micro.py [GROUP ...]` prints a line "group<TAB>operation<TAB>seconds" of
processor time for each.

OPERATIONS has for each group what comes before, which is not timed, and the statements. What takes only some
nanoseconds stands ten times in its statement, so that the loop around it does not hide it: the seconds are those of the
whole statement, and only their ratio between two interpreters means something. `run.py` makes that table.
"""
import os
import sys
import time
import timeit

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "objects"))
sys.set_int_max_str_digits(0)
LEAST = 0.004  # seconds that one measurement takes, so that the clock's steps do not count
ROUNDS = 3

SORT = """
state = 12345
numbers = []
for _ in range(5000):
    state = (state * 1103515245 + 12345) & 0x7fffffff
    numbers.append(state)
floats = [n / 7 for n in numbers]
words = [str(n) for n in numbers]
pairs = [(n % 50, w) for n, w in zip(numbers, words)]
ordered = sorted(numbers)
backwards = ordered[::-1]
nearly = ordered[:4990] + numbers[:10]
equal = [7] * 5000
"""

DICT = """
keys = [f"key{i}" for i in range(1000)]
absent = [f"none{i}" for i in range(1000)]
by_name = {k: i for i, k in enumerate(keys)}
by_number = {i * 7: i for i in range(1000)}
by_pair = {(i, -i): i for i in range(1000)}
pairs = list(by_pair)
small = {"a": 1, "b": 2, "c": 3}
"""

SET = """
evens = set(range(0, 2000, 2))
threes = set(range(0, 2000, 3))
odds = set(range(1, 2000, 2))
few = {1, 2, 3}
words = {f"word{i}" for i in range(1000)}
listed = list(range(1000))
"""

STR = """
words = [f"word{i}" for i in range(1000)]
line = " ".join(words)
fields = ",".join(words)
text = "\\n".join(words)
padded = "   " + line + "   "
long = "ab" * 50000
wide = "äöü€ " * 2000
n, x, name = 12345, 3.14159, "ouro"
data = line.encode()
"""

NUMBERS = """
d10, d1000, d100000 = "1234567890", "1234567890" * 100, "1234567890" * 10000
n10, n1000, n100000 = int(d10), int(d1000), int(d100000)
big, huge = 3 ** 650, 7 ** 12000
half, wide = 5 ** 300, 11 ** 6000
floats = [0.1, 1.5, 3.14159, 1e100, 1/3, 123456.789, 2.5e-7, 1e22, 7.0, 0.30000000000000004]
texts = [repr(f) for f in floats]
i, j, f, g = 1234567, 89, 2.5, 0.75
"""

SEQUENCE = """
numbers = list(range(1000))
floats = [n * 0.5 for n in numbers]
words = [str(n) for n in numbers]
zeros = [0] * 1000
pair = (1, 2)
three = [1, 2, 3]
mixed = tuple(numbers)
text = "abcdefghij" * 100
data = bytes(range(250)) * 4
"""

OBJECT = """
class Plain:
    kind = 1
    def __init__(self):
        self.x = 1
        self.y = 2
    def method(self): return 1
    def method2(self, a, b): return a
    @property
    def z(self): return 3
    @z.setter
    def w(self, value): pass
    @staticmethod
    def static(a): return a
    @classmethod
    def made(cls): return 1
    def __len__(self): return 3
    def __getitem__(self, i): return i
    def __eq__(self, other): return True
    def __add__(self, other): return self
class Derived(Plain):
    def method(self): return super().method()
class Slotted:
    __slots__ = ("x", "y")
    def __init__(self, x=1, y=2):
        self.x = x
        self.y = y
    @property
    def total(self): return 3
class Empty: pass
class Init:
    def __init__(self, a, b): self.a = a
def none(): pass
def two(a, b): return a
def defaults(a, b=2, c=3): return a
def stars(*args, **kwargs): return args
def passing(*args, **kwargs): return two(*args, **kwargs)
o, s, d, e, args, kwargs = Plain(), Slotted(), Derived(), Empty(), (1, 2), {"a": 1, "b": 2}
numbers, items, text, size = [3, 1, 2], [], "some text", 7
bound, dicted = o.method, Plain()
dicted.__dict__
add = lambda a, b: a + b
"""

CONTROL = """
class Own(Exception): pass
def fail(): raise ValueError("no")
def deep(n): return deep(n - 1) if n else fail()
def counter(n):
    i = 0
    while i < n:
        yield i
        i += 1
def delegate(n): yield from counter(n)
class Guard:
    def __enter__(self): return self
    def __exit__(self, *details): return False
class Steps:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1
        return self.n
import sys
x, none, guard, types = 7, None, Guard(), (int, str)
numbers = list(range(1000))
"""

LIBRARY = """
import bisect, collections, contextlib, copy, csv, dataclasses, datetime, enum, fnmatch, fractions, functools, hashlib
import heapq, html, io, itertools, json, logging, math, operator, os, pathlib, random, re, shlex, statistics, string
import struct, textwrap, typing, zlib
numbers = list(range(1000))
shuffled = [n * 7919 % 1000 for n in numbers]
words = [f"word{i % 100}" for i in range(1000)]
pairs = list(zip(numbers, words))
text = "The quick brown fox jumps over the lazy dog. " * 40
data = bytes(range(256)) * 64
word = re.compile(r"\\w+")
document = {"name": "x", "list": [1, 2, {"a": None, "b": True}], "f": 1.5, "s": 'a "quote"', "n": {"1": 2, "3": 4}}
dumped = json.dumps(document)
now, span = datetime.datetime(2024, 5, 17, 13, 45, 59, 123456), datetime.timedelta(days=3, seconds=5)
path = pathlib.PurePosixPath("/usr/lib/x.tar.gz")
rows = "\\n".join(f'{i},name {i},"x,y",1.5' for i in range(100)) + "\\n"
second, upper = operator.itemgetter(1), operator.methodcaller("upper")
packer = struct.Struct("<IhBd")
packed = packer.pack(1, 2, 3, 4.0)
template = string.Template("Hello $name, you are ${age} years")
third, quarter = fractions.Fraction(1, 3), fractions.Fraction(1, 4)
log = logging.getLogger("bench")
class Colour(enum.Enum):
    RED = 1
    GREEN = 2
@dataclasses.dataclass
class Record:
    a: int
    b: str
@contextlib.contextmanager
def context(): yield
@functools.lru_cache(None)
def cached(n): return n
plus3 = functools.partial(max, 3)
record = Record(1, "x")
"""


def ten(expression):
    return "; ".join([expression] * 10)


OPERATIONS = {
    "sort": (SORT, {
        "random ints": "sorted(numbers)",
        "random floats": "sorted(floats)",
        "random strings": "sorted(words)",
        "tuples": "sorted(pairs)",
        "sorted": "sorted(ordered)",
        "reversed": "sorted(backwards)",
        "nearly sorted": "sorted(nearly)",
        "equal": "sorted(equal)",
        "key=len": "sorted(words, key=len)",
        "key=lambda": "sorted(numbers, key=lambda n: -n)",
        "key=lambda, strings": "sorted(words, key=lambda w: w[::-1])",
        "reverse=True": "sorted(numbers, reverse=True)",
        "list.sort": "copy = numbers[:]; copy.sort()",
        "list.sort, key": "copy = words[:]; copy.sort(key=str.lower)",
        "sorted, then appended to": "copy = ordered[:]; copy.append(7); copy.sort()",
    }),
    "dict": (DICT, {
        "insert str": "d = {}\nfor k in keys: d[k] = 1",
        "insert int": "d = {}\nfor k in range(1000): d[k] = k",
        "replace": "for k in keys: by_name[k] = 1",
        "lookup str": "for k in keys: by_name[k]",
        "lookup int": "for k in range(1000): by_number.get(k)",
        "lookup tuple": "for k in pairs: by_pair[k]",
        "get missing": "for k in absent: by_name.get(k)",
        "in": "for k in keys: k in by_name",
        "setdefault": "for k in keys: by_name.setdefault(k, 0)",
        "iterate keys": "for k in by_name: pass",
        "iterate items": "for k, v in by_name.items(): pass",
        "iterate values": "for v in by_name.values(): pass",
        "copy": "by_name.copy()",
        "update": "d = {}; d.update(by_name)",
        "dict(zip)": "dict(zip(keys, keys))",
        "fromkeys": "dict.fromkeys(keys)",
        "comprehension": "{k: v for v, k in enumerate(keys)}",
        "display": ten("{'a': 1, 'b': 2, 'c': 3}"),
        "pop and insert": "for k in keys: by_name[k] = by_name.pop(k)",
        "merge": ten("small | small"),
        "list(items)": "list(by_name.items())",
        "equal": "by_name == dict(by_name)",
        "delete and insert": "for k in keys:\n    del by_name[k]\n    by_name[k] = 1",
        "list(keys)": "list(by_name)",
        "keys & keys": "by_name.keys() & by_name.keys()",
    }),
    "set": (SET, {
        "from list": "set(listed)",
        "add": "s = set()\nfor i in listed: s.add(i)",
        "in": "for i in listed: i in evens",
        "union": "evens | threes",
        "intersection": "evens & threes",
        "difference": "evens - threes",
        "symmetric difference": "evens ^ threes",
        "subset": "evens <= evens",
        "iterate": "for w in words: pass",
        "copy": "words.copy()",
        "update": "s = set(); s.update(listed)",
        "discard": "s = set(evens)\nfor i in listed: s.discard(i)",
        "small display": ten("{1, 2, 3}"),
        "frozenset hash": "hash(frozenset(listed))",
        "isdisjoint": "evens.isdisjoint(odds)",
        "equal": "evens == set(evens)",
        "pop": "s = evens.copy()\nwhile s: s.pop()",
        "comprehension": "{i & 63 for i in listed}",
        "add and remove": "for i in listed:\n    few.add(i)\n    few.remove(i)",
    }),
    "str": (STR, {
        "join": "','.join(words)",
        "join generator": "','.join(w for w in words)",
        "split": "line.split()",
        "split on comma": "fields.split(',')",
        "splitlines": "text.splitlines()",
        "rsplit, maxsplit": ten("fields.rsplit(',', 2)"),
        "partition": ten("line.partition(' ')"),
        "replace": "line.replace('word', 'x')",
        "replace a character": "fields.replace(',', ';')",
        "find": "line.find('word999')",
        "find a character": "long.find('c')",
        "rfind": "line.rfind('word0')",
        "count": "line.count('word')",
        "in": "'word998' in line",
        "startswith": ten("line.startswith('word')"),
        "strip": ten("padded.strip()"),
        "upper": "line.upper()",
        "lower, not ASCII": "wide.lower()",
        "title": "line.title()",
        "isalpha": "long.isalpha()",
        "index": ten("line[7]"),
        "iterate": "for c in line: pass",
        "slice": ten("line[5:50]"),
        "concatenate": ten("name + name"),
        "append in a loop": "s = ''\nfor w in words: s += w",
        "repeat": ten("name * 20"),
        "compare": ten("line == fields"),
        "hash": "hash(long + 'x')",
        "f-string": ten("f'{name}: {n}'"),
        "f-string with specs": ten("f'{n:>10} {x:8.3f}'"),
        "format": ten("'{}: {}'.format(name, n)"),
        "percent": ten("'%s: %d' % (name, n)"),
        "str(int)": ten("str(n)"),
        "repr": ten("repr(name)"),
        "encode": "wide.encode()",
        "decode": "data.decode()",
        "translate": "line.translate({100: 'x'})",
        "ord and chr": ten("chr(ord('a'))"),
        "zfill": ten("name.zfill(20)"),
        "center": ten("name.center(20)"),
        "casefold, not ASCII": "wide.casefold()",
        "isprintable": "long.isprintable()",
        "encode, errors=replace": "wide.encode('ascii', 'replace')",
        "join of two": ten("'-'.join((name, name))"),
        "replace by a longer one": "line.replace('word', 'sentence')",
        "format with specs": ten("'{:>10} {:8.3f}'.format(name, x)"),
    }),
    "numbers": (NUMBERS, {
        "int to str, 10 digits": ten("str(n10)"),
        "int to str, 1,000 digits": "str(n1000)",
        "int to str, 100,000 digits": "str(n100000)",
        "str to int, 10 digits": ten("int(d10)"),
        "str to int, 1,000 digits": "int(d1000)",
        "str to int, 100,000 digits": "int(d100000)",
        "multiply, 1,000 bits": ten("big * big"),
        "multiply, 33,000 bits": "huge * huge",
        "divide, 1,000 bits": ten("big // half"),
        "divide, 33,000 bits": "huge // wide",
        "remainder, 33,000 bits": "huge % wide",
        "add, 33,000 bits": "huge + wide",
        "shift, 33,000 bits": "huge << 100 >> 200",
        "pow": "3 ** 2000",
        "pow with modulus": "pow(3, big, half)",
        "divmod": ten("divmod(i, j)"),
        "int arithmetic": ten("i * j + j - i // j % 7"),
        "float arithmetic": ten("f * g + g - f / g"),
        "int and float": ten("i * f + j"),
        "float repr": "for f in floats: repr(f)",
        "float parse": "for t in texts: float(t)",
        "round": ten("round(f, 1)"),
        "float format": ten("format(f, '.3f')"),
        "int(float)": ten("int(f)"),
        "abs": ten("abs(i)"),
        "hex": ten("hex(i)"),
        "bit_length": ten("i.bit_length()"),
        "complex multiply": "c = 1 + 2j; " + ten("c * c"),
        "power": ten("f ** 2"),
        "float to int and back": ten("float(int(f))"),
        "float, repr of an integer": ten("repr(7.0)"),
    }),
    "sequences": (SEQUENCE, {
        "sum of ints": "sum(numbers)",
        "sum of floats": "sum(floats)",
        "sum of a generator": "sum(n for n in numbers)",
        "min": "min(numbers)",
        "max": "max(floats)",
        "max with a key": "max(numbers, key=lambda n: -n)",
        "min of two": ten("min(3, 2)"),
        "any": "any(zeros)",
        "all": "all(words)",
        "any of a generator": "any(n < 0 for n in numbers)",
        "zip": "for a, b in zip(numbers, floats): pass",
        "enumerate": "for i, n in enumerate(numbers): pass",
        "map": "list(map(str, numbers))",
        "map lambda": "list(map(lambda n: n + 1, numbers))",
        "filter": "list(filter(None, numbers))",
        "reversed": "for n in reversed(numbers): pass",
        "range": "for i in range(1000): pass",
        "range with a step": "for i in range(0, 3000, 3): pass",
        "list(range)": "list(range(1000))",
        "list iteration": "for n in numbers: pass",
        "tuple iteration": "for n in mixed: pass",
        "list comprehension": "[n for n in numbers]",
        "list comprehension, if": "[n * 2 for n in numbers if n & 1]",
        "generator expression": "for n in (n for n in numbers): pass",
        "append": "l = []\nfor n in numbers: l.append(n)",
        "pop": "l = numbers[:]\nwhile l: l.pop()",
        "insert and pop at the front": "l = numbers[:100]\nfor n in range(100): l.insert(0, l.pop(0))",
        "extend": "l = []; l.extend(numbers)",
        "index": ten("numbers[7]"),
        "negative index": ten("numbers[-1]"),
        "assign": ten("numbers[7] = 7"),
        "slice": ten("numbers[10:20]"),
        "slice with a step": "numbers[::2]",
        "reverse slice": "numbers[::-1]",
        "assign a slice": "numbers[10:20] = numbers[10:20]",
        "copy": "numbers[:]",
        "list + list": "numbers + numbers",
        "list * n": "[0] * 1000",
        "tuple slice": ten("mixed[10:20]"),
        "tuple(list)": "tuple(numbers)",
        "tuple + tuple": ten("pair + pair"),
        "display of three": ten("[1, 2, 3]"),
        "unpack": ten("a, b, c = three"),
        "unpack with a star": ten("a, *b = three"),
        "swap": "a, b = 1, 2; " + ten("a, b = b, a"),
        "in": "999 in numbers",
        "list.index": "numbers.index(999)",
        "count": "numbers.count(7)",
        "compare": "numbers == list(mixed)",
        "reverse": "numbers.reverse()",
        "slice by variables": "i, j = 10, 20; " + ten("numbers[i:j]"),
        "assign a slice by variables": "i, j = 10, 20; numbers[i:j] = numbers[i:j]",
        "reverse slice by variable": "i = 9; " + ten("numbers[i::-1]"),
        "slice of bytes": ten("data[10:20]"),
        "hash of a tuple": ten("hash(pair)"),
        "range == range": ten("range(9) == range(9)"),
        "len": ten("len(numbers)"),
        "bytes index": ten("data[7]"),
        "bytearray append": "b = bytearray()\nfor i in range(200): b.append(i)",
    }),
    "objects": (OBJECT, {
        "attribute": ten("o.x"),
        "attribute write": ten("o.x = 2"),
        "slot": ten("s.x"),
        "slot write": ten("s.x = 2"),
        "property": ten("o.z"),
        "property write": ten("o.w = 3"),
        "slotted property": ten("s.total"),
        "class attribute": ten("o.kind"),
        "attribute of the class": ten("Plain.kind"),
        "getattr": ten("getattr(o, 'x')"),
        "getattr, missing": ten("getattr(o, 'missing', None)"),
        "hasattr, missing": ten("hasattr(o, 'missing')"),
        "setattr": ten("setattr(o, 'x', 1)"),
        "attribute beside a __dict__": ten("dicted.x"),
        "class attribute beside a __dict__": ten("dicted.kind"),
        "method beside a __dict__": ten("dicted.method()"),
        "method": ten("o.method()"),
        "method with arguments": ten("o.method2(1, 2)"),
        "method by keyword": ten("o.method2(a=1, b=2)"),
        "method, star arguments": ten("o.method2(*args)"),
        "bound method": ten("bound()"),
        "super().method": ten("d.method()"),
        "staticmethod": ten("o.static(1)"),
        "classmethod": ten("o.made()"),
        "function": ten("none()"),
        "positional arguments": ten("two(1, 2)"),
        "keyword arguments": ten("two(a=1, b=2)"),
        "defaults": ten("defaults(1)"),
        "defaults by keyword": ten("defaults(1, c=2)"),
        "star arguments": ten("two(*args)"),
        "double star arguments": ten("two(**kwargs)"),
        "star parameters": ten("stars(1, 2, c=3)"),
        "passing on *args, **kwargs": ten("passing(1, b=2)"),
        "lambda": ten("add(1, 2)"),
        "class": ten("Empty()"),
        "class with __init__": ten("Init(1, 2)"),
        "class with two attributes": ten("Plain()"),
        "class with slots": ten("Slotted()"),
        "class by keyword": ten("Init(a=1, b=2)"),
        "built-in, one argument": ten("len(text)"),
        "built-in, two arguments": ten("isinstance(o, Plain)"),
        "built-in, keyword": ten("sorted(items, reverse=True)"),
        "built-in, star": ten("max(*args)"),
        "built-in method, keyword": ten("text.split(sep=None)"),
        "class, star arguments": ten("Init(*args)"),
        "built-in method": ten("items.append(1); items.pop()"),
        "int('7')": ten("int('7')"),
        "int()": ten("int()"),
        "list()": ten("list()"),
        "dict(a=1)": ten("dict(a=1)"),
        "type(o)": ten("type(o)"),
        "isinstance, false": ten("isinstance(o, str)"),
        "isinstance, tuple": ten("isinstance(o, (int, str, Plain))"),
        "issubclass": ten("issubclass(Derived, Plain)"),
        "__len__": ten("len(o)"),
        "__getitem__": ten("o[1]"),
        "__eq__": ten("o == d"),
        "__add__": ten("o + d"),
        "hash": ten("hash(e)"),
        "closure made": ten("lambda: size"),
        "class statement": "class C:\n    def f(self): pass",
    }),
    "control": (CONTROL, {
        "try without raise": ten("\ntry: x\nexcept ValueError: pass\n").replace("; ", ""),
        "raise and catch": "try: raise ValueError\nexcept ValueError: pass",
        "raise with text": "try: raise ValueError('no')\nexcept ValueError as error: pass",
        "raise own": "try: raise Own(1, 2)\nexcept (TypeError, Own): pass",
        "raise from a call": "try: fail()\nexcept ValueError: pass",
        "raise ten calls deep": "try: deep(10)\nexcept ValueError: pass",
        "error of a built-in": "try: numbers[5000]\nexcept IndexError: pass",
        "KeyError": "try: {}['x']\nexcept KeyError: pass",
        "AttributeError": "try: x.missing\nexcept AttributeError: pass",
        "raise in a loop": "for n in numbers[:10]:\n    try: raise ValueError(n)\n    except ValueError: pass",
        "raise from": "try: raise ValueError from None\nexcept ValueError: pass",
        "finally": ten("\ntry: x\nfinally: x\n").replace("; ", ""),
        "with": ten("\nwith guard: pass\n").replace("; ", ""),
        "generator resume": "for i in counter(1000): pass",
        "generator made": ten("counter(1)"),
        "next(generator)": "g = counter(100)\nfor _ in range(100): next(g)",
        "send": "g = counter(100); next(g)\nfor _ in range(99): g.send(None)",
        "yield from": "for i in delegate(1000): pass",
        "list(generator)": "list(counter(1000))",
        "iterator class": "for i in Steps(200): pass",
        "while": "i = 0\nwhile i < 1000: i += 1",
        "if chain": ten("if x == 1: pass\nelif x == 2: pass\nelif x == 7: pass\n").replace("; ", ""),
        "match": ten("match x:\n    case 1: pass\n    case 2: pass\n    case 7: pass\n").replace("; ", ""),
        "is None": ten("none is None"),
        "and, or, not": ten("not (x and none or x)"),
        "import, again": ten("import sys"),
        "from import, again": "from os import path",
        "import of a package's module": "import collections.abc",
        "import of a module": "sys.modules.pop('queens', None); import queens",
        "exec": "exec('a = 1')",
        "compile": "compile('def f(a, b):\\n    return a + b * 2\\n', 'f', 'exec')",
    }),
    "library": (LIBRARY, {
        "os.path.join": ten("os.path.join('/usr', 'lib', 'x.py')"),
        "os.path.normpath": ten("os.path.normpath('/usr/lib/../share/./x//y')"),
        "os.path.splitext": ten("os.path.splitext('/usr/lib/x.py')"),
        "os.path.basename": ten("os.path.basename('/usr/lib/x.py')"),
        "Path / name": ten("path / 'x'"),
        "Path.suffix": ten("path.suffix"),
        "Path.parent": ten("path.parent"),
        "fnmatch.filter": "fnmatch.filter(words, 'word1*')",
        "re.findall": "word.findall(text)",
        "re.sub with a function": "word.sub(lambda m: m[0], text)",
        "re.match": ten("word.match(text)"),
        "json.dumps": "json.dumps(document)",
        "json.dumps, indent": "json.dumps(document, indent=2)",
        "json.loads": "json.loads(dumped)",
        "csv.reader": "list(csv.reader(io.StringIO(rows)))",
        "struct.pack": ten("packer.pack(1, 2, 3, 4.0)"),
        "struct.unpack": ten("packer.unpack(packed)"),
        "crc32": "zlib.crc32(data)",
        "sha256": "hashlib.sha256(data).hexdigest()",
        "datetime repr": ten("repr(now)"),
        "datetime isoformat": ten("now.isoformat()"),
        "datetime + timedelta": ten("now + span"),
        "random.shuffle": "random.shuffle(numbers[:])",
        "random.randint": ten("random.randint(1, 1000)"),
        "copy.copy": ten("copy.copy(document)"),
        "Counter": "collections.Counter(words)",
        "deque": "d = collections.deque()\nfor n in numbers: d.append(n)\nwhile d: d.popleft()",
        "defaultdict": "d = collections.defaultdict(list)\nfor w in words: d[w].append(1)",
        "heapq": "h = []\nfor n in shuffled: heapq.heappush(h, n)\nwhile h: heapq.heappop(h)",
        "heapq.merge": "for n in heapq.merge(numbers, numbers): pass",
        "itertools.chain": "for n in itertools.chain(numbers, numbers): pass",
        "itertools.groupby": "for key, group in itertools.groupby(words): pass",
        "functools.reduce": "functools.reduce(operator.add, numbers)",
        "partial": ten("plus3(5)"),
        "lru_cache": ten("cached(1)"),
        "itemgetter": "list(map(second, pairs))",
        "methodcaller": "list(map(upper, words))",
        "math.floor": ten("math.floor(2.5)"),
        "bisect": ten("bisect.bisect(numbers, 500)"),
        "Template.substitute": "template.substitute(name='x', age=3)",
        "textwrap.fill": "textwrap.fill(text)",
        "html.escape": ten("html.escape('<a href=\"x\">b & c</a>')"),
        "shlex.split": "shlex.split('cp -r \"a b\" c d --x=1')",
        "logging, filtered": ten("log.debug('x %d', 1)"),
        "with contextmanager": ten("\nwith context(): pass\n").replace("; ", ""),
        "dataclass made": ten("Record(1, 'x')"),
        "dataclass equal": ten("record == record"),
        "enum member": ten("Colour.RED"),
        "enum by value": ten("Colour(1)"),
        "typing.Optional": ten("typing.Optional[int]"),
        "statistics.stdev": "statistics.stdev(numbers)",
        "Fraction +": ten("third + quarter"),
        "StringIO.write": "s = io.StringIO()\nfor w in words: s.write(w)",
        "StringIO lines": "for line in io.StringIO(rows): pass",
        "BytesIO.write": "s = io.BytesIO()\nfor w in words: s.write(b'word')",
    }),
}


def seconds(statement, setup):
    timer = timeit.Timer(statement, setup, time.process_time)
    loops = 1
    while (took := timer.timeit(loops)) < LEAST:
        loops = max(loops * 2, int(loops * LEAST * 1.2 / took)) if took else loops * 2
    return min(timer.repeat(ROUNDS - 1, loops) + [took]) / loops


def main(groups):
    for group in groups or OPERATIONS:
        setup, statements = OPERATIONS[group]
        for name, statement in statements.items():
            print(group, name, f"{seconds(statement, setup):.4g}", sep="\t", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
