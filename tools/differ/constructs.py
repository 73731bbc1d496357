"""Random programs about parts of the language that are rarer than those of statements.py: descriptors and metaclasses,
coroutines, groups, templates, scopes, buffers ...

Most styles are tables: lines and definitions from which a program takes some. @int@ in a line stands for an expression
of that kind.
"""

from formats import format_spec
from styles import guarded, join_block, style
from tree import Node


def some_of(w, table, count):
    return [w.random.choice(table) for _ in range(count)]


def asked(w, table, count):
    """Expressions of the table, each shown."""
    return [w.shown_text(text) for text in some_of(w, table, count)]


def done(w, table, count):
    """Statements of the table, each guarded."""
    return [guarded(w, w.written(text)) for text in some_of(w, table, count)]


def definition(w, head, members, *more):
    """A block of lines from their texts, and more statements behind them."""
    return Node('stmt', head, ':', join_block([w.written(member) for member in members] + list(more)))


# --- attributes ---

DESCRIPTORS = ('def __get__(self, o, cls=None): return "get", o is None, cls.__name__',
               'def __get__(self, o, cls=None):\n    if o is None: return self\n    raise AttributeError("hidden")',
               'def __set__(self, o, value): print("set", value)', 'def __delete__(self, o): print("delete")',
               'def __set_name__(self, owner, name): self.name = name; print("named", name)',
               'def __set__(self, o, value): o.__dict__[self.name] = value', 'def __repr__(self): return "D()"',
               'def __call__(self, *args): return args', '__set__ = None',
               'def __get__(self, *args): return len(args)')
ATTRIBUTES = ('d = Descriptor()', 'e = Descriptor()', 'd: int', 'x = @any@', '__slots__ = ("x", "y")',
              '__slots__ = ("d",)', '@property\ndef p(self): return self.x',
              'p = property(lambda self: @any@, lambda self, value: print(value))',
              '@property\ndef p(self): "doc of p"; raise AttributeError("inner")',
              'def __getattr__(self, name): return name.upper()',
              'def __getattr__(self, name): raise AttributeError(name)',
              'def __getattribute__(self, name): print(name); return super().__getattribute__(name)',
              'def __setattr__(self, name, value): print("set", name); super().__setattr__(name, value)',
              'def __delattr__(self, name): print("del", name); object.__delattr__(self, name)',
              'def __init__(self): self.x = 1', 'def __init__(self): self.y = self.z = @any@',
              'def m(self): return self', '@classmethod\ndef c(cls, *a): return cls.__name__, a',
              '@staticmethod\ndef s(*a): return a', 'm = len', 'def __dir__(self): return ["b", "a"]', '__dict__ = 3',
              '__class__ = int', '__slots__ = ("x", "__dict__")', 'x.y = 1', 'from math import pi as z',
              'def p(self): ...', '__match_args__ = ("x",)', 'def __len__(self): return @any@')
ATTRIBUTE_USES = ('@o@.d', '@o@.x', '@o@.p', 'C.d', 'C.p', 'C.x', 'type(@o@).m(@o@)', '@o@.m()', 'C.m', '@o@.c(1)',
                  'C.c()', 'C.s(1)', '@o@.s()', '@o@.missing', 'getattr(@o@, "y", "none")', 'hasattr(@o@, "p")',
                  'sorted(vars(@o@))', '[n for n in dir(@o@) if n[0] != "_"]', 'vars(C)["d"]', 'super(C, @o@).x',
                  'C.__dict__["p"].fget', 'object.__getattribute__(@o@, "d")', 'C.__dict__.get("x")',
                  'type.__getattribute__(C, "d")', '@o@.__dict__', '@o@.__class__', 'C.p.__doc__', 'C.__slots__',
                  '@o@.z', 'D.d', 'D.x', 'D.__mro__', 'setattr(@o@, "p", 4)', 'delattr(@o@, "x")',
                  'C.__name__, C.__qualname__', 'D.__base__', '@o@.c.__self__', '@o@.m.__func__ is C.m',
                  'C.m.__qualname__', '@o@.c.__name__', '@o@.__doc__', 'len(@o@)', '@o@.__len__()', '@o@ == @o@',
                  'C.p.fset')
ATTRIBUTE_CHANGES = ('@o@.d = @any@', 'del @o@.d', '@o@.x = @any@', 'del @o@.x', '@o@.p = @any@', 'del @o@.p',
                     'C.d = @any@', 'del C.d', 'C.x = property(lambda self: 7)', '@o@.__class__ = D',
                     '@o@.__class__ = int', '@o@.__dict__ = {"x": 5}', '@o@.__dict__ = @any@', 'del @o@.__dict__',
                     'C.__name__ = "New"', 'C.__name__ = @any@', 'D.__bases__ = (A,)', 'D.__bases__ = ()',
                     'C.__getattr__ = lambda self, name: 5', 'C.m = lambda self: "new"', '@o@.new += 1',
                     'C.__slots__ = ()', 'int.x = 1', 'C.__doc__ = "d"', 'C.__module__ = 3; print(C)', 'super().x',
                     'C.x += 1', 'C.__qualname__ = 3', 'D.__class__ = type', '@o@.x: int = 5; print(@o@.x)',
                     'o.x, p.x = p, o')


@style(9)
def attributes(w):
    """Descriptors, properties and slots, found and changed through classes, instances and super."""
    r = w.random
    w.words['o'] = ['o', 'p', 'q']
    made = 'o, p, q = C(), C(), D()'
    return [definition(w, 'class Descriptor', r.some(DESCRIPTORS[r.below(3)::2])),
            definition(w, 'class A', some_of(w, ATTRIBUTES, 2)),
            guarded(w, Node('stmt', definition(w, 'class C' + r.choice(['', '(A)', '(A)', '(int)', '(list)', '(dict)']),
                                               some_of(w, ATTRIBUTES, 1 + r.below(5))),
                            '\n', definition(w, 'class D(C)', some_of(w, ATTRIBUTES, 2)), '\n', made))
            ] + asked(w, ATTRIBUTE_USES, 5) + done(w, ATTRIBUTE_CHANGES, 4) + asked(w, ATTRIBUTE_USES, 5)


META = ('def __call__(cls, *args): print("call", args); return super().__call__(*args)',
        'def __new__(m, name, bases, ns, **k): print(name, k, sorted(n for n in ns if n[0] != "_")); return '
        'super().__new__(m, name, bases, ns)', 'def __init__(cls, name, bases, ns, **k): print("init", k)',
        '@classmethod\ndef __prepare__(m, name, bases, **k): print("prepare", k); return {"first": 1}',
        '@classmethod\ndef __prepare__(m, name, bases, **k): return @any@',
        'def __instancecheck__(cls, o): return @any@', 'def __subclasscheck__(cls, c): return @any@',
        'def __getattr__(cls, name): return name', 'x = @any@', 'def __iter__(cls): return iter("ab")',
        'def __len__(cls): return 3', 'def __contains__(cls, o): return o == 1', 'def __getitem__(cls, i): return i',
        'def __add__(cls, o): return "add"', 'def __or__(cls, o): return "or"',
        'def __setattr__(cls, name, value): print("set", name); super().__setattr__(name, value)',
        'def mro(cls): print("mro"); return super().mro()', 'def mro(cls): return [cls, object]',
        'def mro(cls): return @any@', 'def __repr__(cls): return f"<{cls.__name__}>"',
        '@property\ndef y(cls): return "y"', 'def __bool__(cls): return False', 'def __eq__(cls, o): return True',
        '__hash__ = type.__hash__', 'def m(cls): return cls.__name__', 'def __dir__(cls): return ["m"]',
        'def __call__(cls, *args): return args')
HOOKS = ('def __init_subclass__(cls, **k): print("sub", cls.__name__, k)',
         'def __class_getitem__(cls, i): return cls.__name__, i',
         'def __init_subclass__(cls, x, y=2, **k): super().__init_subclass__(**k); print(x, y)', 'x = 1',
         'def m(self): return "A.m"', 'def __new__(cls, *args): return super().__new__(cls)',
         'def __new__(cls, *args): return @any@', 'y = 2', 'def __init__(self, *args): print("init", args)',
         'def __init__(self, a): self.a = a', '__slots__ = ()', '__slots__ = ("a",)',
         'def m(self): return "then", super().m()', 'def __mro_entries__(self, bases): return (int,)', '__class__',
         'print(__qualname__)', 'def f(self): return __class__.__name__', 'x = [x for x in "ab"]', 'first = 2',
         'class Inner: pass', 'def __del__(self): print("del")', '__hash__ = None',
         'def __eq__(self, o): return NotImplemented')
BASES = ('A', 'B', 'A, B', 'B, A', 'int', 'A, int', 'int, A', 'list', 'object, A', 'A, object', 'type',
         'Exception, A', 'A, A', 'bool', '*[A]', 'A, metaclass=Meta', 'A, x=1', 'x=1, y=3', 'metaclass=Meta',
         'B, metaclass=type', '1', '"A"', 'A()', 'None', 'str, int', 'dict, metaclass=Meta',
         'metaclass=lambda *a, **k: a', 'A, metaclass=Meta, z=@any@', 'Exception, OSError', 'list[int]', 'A, **{}',
         'KeyError, AttributeError', 'range', 'slice', 'type(None)', 'int | str', 'property', 'tuple, A',
         'memoryview', '*(B, A)')
CLASS_USES = ('C', 'C()', 'C(1)', 'C(1, 2)', 'C.x', 'C.y', 'C.m()', 'C.m', 'len(C)', 'list(C)', '1 in C', 'C[1]',
              'C[int, 2]', 'C + 1', 'C | int', 'isinstance(3, C)', 'issubclass(int, C)', 'issubclass(C, A)',
              'isinstance(C(), A)', 'C.__mro__', 'C.mro()', 'C.__bases__', 'type(C)', 'C.__class__', 'bool(C)',
              'C == A', 'C.missing', 'type("N", (C,), {"x": 5}).x', 'type("N", (C, A), {})',
              'type("N", (A, C), {}).__mro__', 'C.__subclasses__()', 'A.__subclasses__()', 'C().m()', 'C().f()',
              'super(C, C).m', 'type(C)("N", (), {}).x', 'C.first', 'type("N", (), @any@)', 'type(@any@, (), {})',
              'type("N", @any@, {})', 'type(1, 2)', 'type.__call__(C)', 'C.__init_subclass__()',
              'type("N", (C,), {}, x=1)', 'C.__base__', 'hash(C) == hash(C)', 'C.Inner', 'C.__new__(C)',
              'object.__new__(C)', 'object.__new__(C, 1)', 'int.__new__(C)', 'C.__init__', 'object.__init__(C(), 1)')
CLASS_CHANGES = ('C.x = 3', 'C.__bases__ = (B,)', 'C.__bases__ = (A, B)', 'del C.x', 'C.__class__ = Meta',
                 'C().__class__ = A', 'A.x = @any@', 'class E(C, A): pass', 'class E(C, metaclass=Meta): pass',
                 'class E(A, C): pass\nprint(E.__mro__)', 'C.__mro__ = ()', 'class E(C, q=@any@): pass',
                 'C.m = classmethod(lambda cls: cls)', 'del A.m', 'C.__abstractmethods__ = {"m"}\nC()',
                 'for C.x in "ab": print(C.x)', 'with C() as C.x: pass', 'type.x = 1',
                 'A.__init_subclass__ = 3\nclass E(A): pass')


@style(8)
def metaclasses(w):
    """How classes are made: metaclasses, hooks of bases, orders of bases that work and do not."""
    r = w.random
    return [definition(w, 'class Meta(type)', some_of(w, META, 1 + r.below(3))),
            guarded(w, definition(w, 'class A', some_of(w, HOOKS, 2))),
            guarded(w, definition(w, 'class B', some_of(w, HOOKS, 1))),
            w.line_of('C = A'),
            guarded(w, definition(w, 'class C(' + str(w.written(r.choice(BASES), 0)) + ')', some_of(w, HOOKS, 2)))
            ] + asked(w, CLASS_USES, 6) + done(w, CLASS_CHANGES, 3) + asked(w, CLASS_USES, 4)


# --- control flow ---

AWAITED = ('await Ready(@any@)', 'await other()', 'await Failing()', 'await @any@', 'print("step", @any@)',
           'return @any@', 'x = await Ready(x)', 'raise @exception@', '[await Ready(i) for i in (1, 2)]',
           'print([i async for i in numbers()])', 'async for i in numbers(): print(i)\nelse: print("else")',
           'async for i in @iterable@: print(i)', 'async with Manager(0) as m: print(m)',
           'async with Manager(1): raise KeyError(1)', 'async with @any@: pass',
           'async with Manager(0) as a, Manager(1) as b: 1 / 0',
           'try: await Ready(1)\nexcept ValueError as e: print(repr(e))',
           'try: await Ready(1)\nfinally: print("finally")', 'print({i: j async for i in numbers() for j in "ab"})',
           'print(await anext(numbers(), 5))',
           'g = numbers()\nawait g.asend(None)\nprint(await g.asend(1))\nawait g.aclose()',
           'g = numbers()\nprint(await g.__anext__())\nawait g.athrow(ValueError(3))', 'await (await Ready(other()))',
           'return', 'print(*[i async for i in (await Ready(j) for j in (1, 2))])', 'x = lambda: await_',
           'for i in range(2): await Ready(i)', 'async for i in numbers():\n    if i: break\n    continue',
           'print(f"{await Ready(3)}")', 'assert await Ready(0), "no"',
           'async def inner(): return x\nprint(await inner())',
           'match await Ready([1, 2]):\n    case [a, b]: print(a, b)')
COROUTINE_USES = ('run(main())', 'main().send(None)', 'main().send(1)', 'c.send(None)', 'c.throw(ValueError("in"))',
                  'c.close()', 'c.cr_running', 'c.cr_await is None', 'c.send("x")', 'run(c)', 'run(numbers())',
                  'run(numbers().__anext__())', 'run(numbers().asend(1))', 'list(take(main().__await__()))',
                  'run(Ready(5).__await__())', 'main().throw(KeyError)', 'run(anext(numbers()))', 'iter(main())',
                  'next(c)', 'type(numbers().aclose()).__name__', 'c.cr_frame is None',
                  'run(numbers().athrow(KeyError(1)))')


ODD_AWAITS = ('raise LookupError("failing")', 'return 3', 'return iter("ab")', 'return iter([])')
NUMBERS = ('yield 0', 'x = yield 1\nprint("sent", x)', 'await Ready(2)', 'yield await Ready(3)', 'return',
           'raise KeyError(4)', 'try: yield 5\nfinally: print("closed")', 'try: yield 6\nexcept ValueError: yield 7')
AWAITABLES = '''
class Ready:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return got or self.value
class Manager:
    def __init__(self, swallow): self.swallow = swallow
    async def __aenter__(self): print("enter"); return await Ready("entered")
    async def __aexit__(self, kind, *_): print("exit", kind); await Ready(0); return self.swallow
def run(c):
    sent = None
    for _ in range(30):
        try: sent = c.send(sent)
        except StopIteration as e: return "returned", e.value
    c.close()
    return "too long"'''


@style(7)
def coroutines(w):
    """async functions, generators and context managers, driven by hand."""
    r = w.random
    other = definition(w, 'async def other()', ['x = 0'] + some_of(w, AWAITED, 2))
    main = definition(w, 'async def main(x=1)', some_of(w, AWAITED, 1 + r.below(4)))
    return [w.line_of('import warnings; warnings.simplefilter("ignore", RuntimeWarning)'), w.line_of(AWAITABLES),
            definition(w, 'class Failing', ['def __await__(self): ' + r.choice(ODD_AWAITS)]),
            definition(w, 'async def numbers()', some_of(w, NUMBERS, 3) + ['yield 8']),
            guarded(w, other), guarded(w, Node('stmt', main, '\nc = main()')), w.shown_text('run(main())')
            ] + asked(w, COROUTINE_USES, 6)


DELEGATING = ('x = yield @any@', 'x = yield from inner()', 'yield from @iterable@', 'print("got", (yield 1))',
              'return @any@', 'x = yield from Odd()',
              'try: x = yield from inner()\nexcept KeyError as e: print("caught", repr(e)); x = yield 3', 'yield',
              'try: yield 2\nfinally: print("end of", 2)', 'try: yield 4\nexcept GeneratorExit: print("exit"); raise',
              'raise @exception@', 'try: yield 5\nexcept BaseException as e: print(type(e).__name__); return 6',
              'for i in inner(): yield i', 'with Manager(): x = yield from inner()',
              'yield [(yield i) for i in ()] if 0 else 7', 'yield *@iterable@, 1',
              'try: yield from inner()\nexcept* ValueError as e: print(repr(e))', 'x = list(inner())',
              'raise StopIteration(3)', 'while (x := (yield)) not in (1, None): print(x)',
              'yield from (i * 2 for i in @iterable@)', 'next(g)', 'y = (yield), (yield)', 'lambda: (yield)',
              'yield locals().keys()', 'try:\n    try: yield 8\n    finally: yield 9\nexcept ValueError: yield 10')
GENERATOR_USES = ('next(o)', 'next(o, "end")', 'o.send(None)', 'o.send(1)', 'o.send([2])', 'o.throw(KeyError("k"))',
                  'o.throw(ValueError)', 'o.close()', 'o.throw(GeneratorExit)', 'o.throw(3)',
                  'o.throw(TypeError, "msg")', 'o.throw(StopIteration(5))', 'list(take(o))', 'o.gi_running',
                  'o.gi_yieldfrom is None', 'o.gi_frame is None', 'list(take(outer()))',
                  'o.throw(ExceptionGroup("g", [ValueError(1)]))', 'o.gi_suspended', 'o.__name__, o.__qualname__',
                  '(lambda a, *b: (a, b))(*take(o))', 'dict(zip(take(o), "ab"))', 'iter(o) is o')


ODD_ITERATOR = ('def __next__(self): return steps(StopIteration("ended")) or 1',
                'def send(self, value): print("send", value); return steps(StopIteration(2)) or 3',
                'def throw(self, *args): print("throw", args[0]); raise StopIteration("thrown")',
                'def close(self): print("close")', 'def close(self): raise LookupError("close")',
                'def __getattr__(self, name): print(name); raise AttributeError(name)')
SHOWN_MANAGER = '''
class Manager:
    def __enter__(self): print("enter"); return 8
    def __exit__(self, *args): print("exit", args[0]); return '''


@style(6)
def delegation(w):
    """Generators in generators: values, exceptions and close go through `yield from`."""
    r = w.random
    return [w.line_of(SHOWN_MANAGER + r.choice(['True', 'False'])),
            definition(w, 'class Odd', ['def __iter__(self): return self'] + r.some(ODD_ITERATOR)),
            definition(w, 'def inner(x=0)', some_of(w, DELEGATING, 2), w.line_of('yield x')),
            definition(w, 'def outer(x=0)', some_of(w, DELEGATING, 3), w.line_of('yield x')),
            w.line_of('g = o = outer()')] + asked(w, GENERATOR_USES, 8)


GROUPS = ('ExceptionGroup("a", [ValueError(1)])',
          'ExceptionGroup("b", [ValueError(1), ExceptionGroup("in", [TypeError(2), OSError(3)])])',
          'BaseExceptionGroup("c", [KeyboardInterrupt(), ValueError(2)])',
          'ExceptionGroup("d", [KeyError("k"), KeyError("l")])', 'Own("e", [ValueError(1), TypeError(2)])',
          'ValueError("bare")', 'KeyError("bare")', 'ExceptionGroup("f", [Own("in", [OSError(2, "no")])])',
          'ExceptionGroup(@any@, [ValueError()])', 'ExceptionGroup("g", @any@)', 'ExceptionGroup("h", [@exception@])',
          '@exception@', 'BaseExceptionGroup("i", [ValueError(3)])', 'ExceptionGroup("j", [KeyboardInterrupt()])',
          'ExceptionGroup("", (e0, e0))')
GROUP_TYPES = ('ValueError', 'TypeError', '(KeyError, OSError)', 'OSError, ValueError', 'Exception', 'BaseException',
               'ExceptionGroup', 'Own', '3', '(1,)', 'KeyboardInterrupt', 'LookupError', '()')
GROUP_ENDS = ('pass', 'raise', 'raise RuntimeError("new")', 'raise e', 'raise RuntimeError("new") from e',
              'raise e.exceptions[0]', 'e.add_note("noted"); raise', 'print(repr(e.__context__))',
              'print(len(e.exceptions), e.message)', 'return 5', 'break', 'e = 3',
              'raise ExceptionGroup("inner", [e, KeyError()])', 'print(e.split(ValueError))',
              'print(e.derive([ValueError(9)]))', 'del e', 'raise e from None', '1 / 0')
GROUP_USES = ('g.split(ValueError)', 'g.subgroup(lambda e: isinstance(e, TypeError))',
              'g.subgroup((ValueError, OSError))', 'g.split(@any@)', 'g.exceptions', 'g.message', 'str(g), repr(g)',
              'g.derive([KeyError(1)])', 'g.split(ExceptionGroup)', 'g.args', 'g.__notes__',
              'g.split(lambda e: 1 / 0)', 'type(g)', 'g.subgroup(Own)', 'g.exceptions[0].__context__',
              'ExceptionGroup(g, [g])', 'g.split(Own)[0].exceptions', 'g == g',
              'ExceptionGroup.__class_getitem__(int)')


OWN_GROUP = ('pass', 'def derive(self, es): return Own(self.message, es)', 'def derive(self, es): return @any@',
             'def derive(self, es): return ValueError(es)',
             'def __new__(cls, m, es): return super().__new__(cls, m + "!", es)',
             'def __init__(self, *args): self.extra = args')
GROUP_CALLS = ('t(f)', 'f()', 'try: f()\nexcept* Exception as e: print(repr(e)); raise',
               'try: f()\nexcept BaseException as e: print(repr(e), repr(e.__context__), repr(e.__cause__))')


@style(7)
def groups(w):
    """except* in all its combinations, and the methods of exception groups."""
    r = w.random
    handlers = []
    for _ in range(1 + r.below(3)):
        handlers += [f'\nexcept* {r.choice(GROUP_TYPES)}{r.choice([" as e", " as e", ""])}:',
                     join_block([w.line_of('print("handled")'), w.written(r.choice(GROUP_ENDS))])]
    if r.chance(30):
        handlers += ['\nelse:', join_block([w.line_of('print("else")')])]
    if r.chance(30):
        handlers += ['\nfinally:', join_block([w.line_of('print("finally")')])]
    raising = r.choice(['raise ', 'raise ', 'e0 = e0; raise ', 'print(1); raise ']) + r.choice(GROUPS)
    raising += r.choice(['', '', ' from e0', ' from None'])
    attempt = Node('stmt', 'try:', join_block([w.written(raising)]), *handlers)
    return [w.line_of('e0 = KeyError("first"); e = g = None'),
            definition(w, 'class Own(ExceptionGroup)', [r.choice(OWN_GROUP)]),
            guarded(w, w.written('g = ' + r.choice(GROUPS))), definition(w, 'def f()', [], attempt)
            ] + asked(w, GROUP_USES, 5) + [w.line_of(r.choice(GROUP_CALLS))]


# --- names ---

SCOPED = ('x = @any@', 'print(x)', 'del x', 'global x', 'nonlocal x', 'x += 1', 'print([x for x in range(3)], x)',
          'print([y for y in (x,)])', 'x: int', 'print(sorted(locals()))', 'print("x" in globals())',
          'for x in @iterable@: pass', 'import math as x', 'with Manager() as x: pass', 'x: int = @any@',
          'try: 1 / 0\nexcept ZeroDivisionError as x: pass', 'def x(): return x', 'class x: y = x if 0 else 1',
          '[x := i for i in (1, 2)]', 'print((lambda: x)())', 'print((lambda x=x: x)())',
          'print([f() for f in [lambda: i for i in range(2)]])', 'print([f() for f in [lambda: x for x in "ab"]])',
          'match 5:\n    case x: pass',
          'print([x for x in x])', 'x, *x = "abc"', 'def get():\n    nonlocal x\n    x = "inner"\nget()',
          'def get():\n    global x\n    x = "global"\nget()', 'exec("x = 5"); print(x)', 'print(eval("x"))',
          'while (x := x and 0): pass', 'del x, x', 'for i in range(2):\n    if i: del x\n    else: x = 1',
          'if 0: x = 1', 'print(__class__)', 'type x = int; print(x)',
          'def gen():\n    yield x\n    yield [x for _ in "a"]\nprint(list(gen()))',
          'print({x: (y, x) for x in "ab" for y in x})', 'lambda: (x := 1)', 'x = x',
          'class K:\n    print(x)\n    x = 1\n    print([x for _ in "a"])\n    def m(self): return x',
          'def f[x](a: x): return x\nprint(f(1))', 'from math import pi as x', 'print(vars() is locals())',
          'global y\ny = 3', 'print([[x for x in range(y)] for y in range(x)])', 'exec("del x")', 'x = [x := 1, x]',
          'y: x = 1')


@style(8)
def scopes(w):
    """Who sees a name: functions, classes and comprehensions in each other, global, nonlocal, del."""
    r = w.random

    def scope(depth, name):
        lines = [w.written(line) for line in some_of(w, SCOPED, 1 + r.below(3))]
        if depth:
            lines.insert(r.below(len(lines) + 1), scope(depth - 1, r.choice('fgh')))
        lines.append(w.line_of(r.choice(['print(x)', 'pass', 'x = 2'])))
        head, parameters, use = r.choice([
            ('def', '()', '()'), ('def', '(x=1)', '()'), ('class', '', '.x'), ('def', '(*x)', '(1, 2)'),
            ('async def', '()', '().close()')])
        return Node('stmt', f'{head} {name}{parameters}:', join_block(lines), f'\nprint({name}{use})')

    return [w.line_of(SHOWN_MANAGER + 'False'), w.line_of('x = y = 10'), guarded(w, scope(2, 'f')),
            guarded(w, scope(1, 'g')), guarded(w, w.written(r.choice(SCOPED))), w.line_of('print(x, y)')]


UNPACKED = ('@iterable@', '@any@', '[1, 2, 3]', '"abc"', '(1, [2, 3])', '{1: 2, 3: 4}', 'range(5)', 'Iter(1, 2)',
            '[[1, 2], "xy"]', 'iter([])', '[(1, 2), (3, 4)]')
UNPACKING = ('a, b = @u@', 'a, *b = @u@', '*a, b = @u@', '*a, = @u@', '[a, [b, *c]] = @u@', 'a = b, *c = @u@',
             '(a, b), c = @u@', 'a, (*b, c) = @u@', 'a, b, c = @u@', 'for a, *b in @u@: print(a, b)',
             'for [a, b] in @u@: print(a)\nelse: print("else")', 'a[0], a[1:] = @u@', 'o.x, o.y = @u@',
             'a, a[0] = @u@', 'a, b = b, a', 'print(*@u@, *@u@)', 'print([*@u@, 1, *@u@])', 'print((*@u@,))',
             'print({*@u@})', 'print({**@dict@, "k": 1, **@dict@})', 'f(*@u@)', 'f(1, *@u@, k=2)', 'f(**@dict@)',
             'f(**{"a": 1}, a=2)', 'f(*@u@, **@dict@)', 'print((lambda *, a=1: a)(**@dict@))',
             'print([a for a, b in @u@])', 'o[*@u@]', 'o[1, *@u@] = 3', 'print([(a, b) for a, *b in @u@ if b])',
             'a: tuple = *@u@, 1', 'def g(): return *@u@, 1\nprint(g())', 'with C() as (a, *b): print(a, b)',
             'del a, (b, [c])', 'a = b = c = @any@', 'a += *@u@,', 'a, b += 1', 'f(*a, *b, c)', 'f(**None)', 'f(*1)',
             'f(k=1, **{"k": 2})', 'print(*a, sep=b)', 'for a[0] in @u@: print(a)', 'for o.x, in @u@: pass',
             '[a, b][0], c = @u@', 'a, *b, c, d = @u@', '*a, *b = @u@', 'print(f"{*@u@,}")', 'f(x for x in @u@)',
             'print(max(*@u@, key=str))', 'a, b, *c = map(str, @u@)', 'print(dict(**@dict@, **@dict@))', '() = @u@',
             '[] = @u@', 'a, = @u@', 'match @u@:\n    case [a, *b]: print(a, b)\n    case _: print("no")')


SHOWN_ITEMS = '''
class C:
    def __getitem__(self, i): print("get", i); return i
    def __setitem__(self, i, v): print("set", i, v)
    def __enter__(self): return @iterable@
    def __exit__(self, *args): return False
o = C()
def f(a=0, *args, k=5, **kw): print(a, args, k, kw)'''


@style(6)
def unpacking(w):
    """Stars in targets, displays, calls and subscripts; what is evaluated when."""
    w.words['u'] = [str(w.written(u)) for u in some_of(w, UNPACKED, 8)]
    return [w.written(SHOWN_ITEMS), w.written('a, b, c = @list@, @any@, @any@')] + done(w, UNPACKING, 10) + [
        guarded(w, w.line_of('print(a, b, c)'))]


# --- values ---

BUFFERS = ('m[0] = @byteint@', 'm[@index@] = @byteint@', 'm[1:3] = @bytes@', 'm[::2] = m[1::2]', 'm[:] = @any@',
           'a += b"x"', 'a.append(1)', 'a[1:2] = b""', 'del a[0]', 'm.release()', 'n.release()', 'm = n',
           'm = m[@index@:]', 'm = m[::-1]', 'n[0] = @any@', 'n[0, 1] = 7', 'n[@index@] = @number@', 'with m: pass',
           'm = m.toreadonly()', 'm = memoryview(@bytes@)', 'n = m.cast("H")', 'n = m.cast("B", [2, 4])',
           'n = m.cast(@viewformat@)', 'n = memoryview(n)', 'm[0:0] = b""', 'del m[0]', 'm[1:][0] = 5',
           'n = m.cast("b").cast("B", (2, 2, 2))', 'a.extend(m)', 'a[:] = m', 'm[2:4] = m[0:2]', 'm[:4] = n',
           'a.clear()', 'n = m.cast("c"); n[0] = b"z"', 'a.resize(@small@)')
BUFFER_USES = ('m.tolist()', 'n.tolist()', 'm.tobytes()', 'n.tobytes("F")', 'bytes(m), bytes(n)', 'm == a', 'm == n',
               'm == @bytes@', 'n.shape, n.strides, n.ndim', 'm.nbytes, m.itemsize', 'n.format', 'm[@index@]',
               'n[@index@]', 'n[0, 1]', 'n[0, 0, 0]', 'm[@index@:@index@].tolist()', 'm[::@index@].tolist()', 'n[1:]',
               'len(n)', 'list(m)', 'list(n)', 'hash(m)', 'm.hex(":")', 'm.c_contiguous, m.f_contiguous',
               'n.suboffsets', 'm.readonly', 'm.obj is a', '97 in m', 'm.index(@byteint@)', 'm.count(0)', 'bytes(a)',
               'b"".join([m, a])', 'a.find(m)', 'm < m', 'str(m, "latin-1")', 'int.from_bytes(m)', 'sorted(m)',
               'list(reversed(m))', 'm != n', 'bytearray(n)', 'n.cast("B").tolist()', 'm.cast(@viewformat@).tolist()',
               'm.cast(@viewformat@, [@small@])', 'm.cast("B", @any@)', 'repr(m)[:8]', 'a.startswith(m)', 'b"%b" % m',
               'm[True]', 'm[...]', 'n[:, 0]', 'm[()]', 'memoryview(@any@)', 'b"a" + m', 'm + b"a"', 'n[...]',
               'm.cast("?").tolist()', 'm.cast("d")[0] == m.cast("d")[0]', 'a.translate(m)', 'iter(m).__next__()',
               'enumerate(m)', 'dict(enumerate(m))', 'm._from_flags(a, 0)')


BUFFER_STARTS = ('bytearray(range(8))', 'bytearray(b"abcdefgh")', 'bytearray(16)', 'bytearray(@bytes@)',
                 'bytearray(range(248, 256))', 'bytearray(b"\\xff" * 8)')


@style(7)
def buffers(w):
    """Views of bytearrays: casts, slices, assignments, and resizing what is exported."""
    start = w.written('a = ' + w.random.choice(BUFFER_STARTS) + '; m = memoryview(a); n = m')
    return [start] + [node for _ in range(2) for node in done(w, BUFFERS, 3) + asked(w, BUFFER_USES, 4)]


CHANGING = ('for x in take(a): a.@change@', 'for x in a:\n    a.@change@\n    print(x)\n    if len(a) > 9: break',
            'print([a.@change@ for x in @iterable@])', 'i = iter(a); next(i, 0); a.@change@; print(list(take(i)))',
            'i = iter(a); print(i.__length_hint__()); a.@change@; print(i.__length_hint__(), next(i, "end"))',
            'i = reversed(a); next(i, 0); a.@change@; print(list(take(i)))', 'a.sort(key=lambda x: a.@change@)',
            'print(sorted(a, key=str, reverse=@bool@))', 'print(max(a, default=@any@))', 'a[:] = (x for x in a)',
            'a.extend(take(a, 3))', 'print(a == a.copy(), a is a)', 'a.@change@', 'a.@change@',
            'b = a; b.@change@; print(a)', 'print(list(map(lambda x: a.@change@, take(a, 3))))',
            'print(a < a, a <= a)', 'a *= 2', 'a += a', 'a |= a', 'a -= a', 'a ^= @set@', 'a &= a',
            'print(a | @set@, a & @set@)', 'print(a[@index@])', 'a[@index@] = @any@',
            'a[@index@:@index@] = @iterable@', 'a[@index@:@index@:@index@] = @iterable@',
            'del a[@index@:@index@:@index@]', 'del a[@index@]', 'print(a[slice(@index@, @index@, @index@)])',
            'print(Evil(1) in a)', 'print(a == [Evil(1), 2])', 'a.remove(Evil(@small@))', 'print(a.count(Evil(1)))',
            'print(a.index(Evil(2)))', 'a[0] = a', 'print(*a)', 'print(len(a))',
            'print({**a} if isinstance(a, dict) else [*a])', 'print(list(zip(a, a, strict=@bool@)))',
            'print(list(enumerate(a, @small@)))', 'del a[Evil(1)]', 'a[Evil(2)] = 1', 'print(a.__contains__(@any@))',
            'print(str(a), repr(a))', 'print(sum(a, @any@))', 'print(all(a), any(a))', 'a.__init__(@iterable@)',
            'a.__init__()', 'print(hash(a))', 'print(list(filter(None, a)))')
CHANGES = {
    '[1, 2, 3, "a"]': ['append(x)', 'pop()', 'pop(0)', 'clear()', 'insert(0, 5)', 'remove(2)', 'reverse()',
                       'extend([1])', 'sort()'],
    '{1: "a", 2: "b", "c": 3}': ['pop(1)', 'clear()', 'update(x=1)', 'popitem()', 'setdefault(7)', 'update({1: 5})',
                                 '__setitem__(1, 0)', '__setitem__(len(a) + 50, 0)', '__delitem__(2)'],
    'set([1, 2, 3])': ['add(9)', 'pop()', 'clear()', 'discard(2)', 'update([4, 5])', 'remove(1)', 'add(1)'],
    'bytearray(b"abc")': ['append(1)', 'pop()', 'clear()', 'extend(b"xy")', 'insert(0, 5)', 'remove(97)', 'reverse()'],
    'D(x=1, y=2)': ['pop("x")', 'clear()', 'update(z=1)', 'popitem()'],
    'L([3, 1, 2])': ['append(0)', 'pop()', 'sort()', 'clear()'],
    '{"a": 1, "b": 2}.copy()': ['keys()', 'values()', 'pop("a")', 'items()', 'update(q=3)'],
}
EVIL = '''
class Evil:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
    def __index__(self): return self.n
    def __eq__(self, other):
        '''


@style(8)
def changing(w):
    """Containers that change while they are used, also by the __eq__ of what they hold."""
    r = w.random
    start = r.choice(list(CHANGES))
    w.words['change'] = CHANGES[start]
    change = 'if len(a) < 9: a.' + r.choice(CHANGES[start]) + '\n        ' if r.below(2) else ''
    equal = EVIL + change + 'return ' + r.choice(['self.n == other', 'True', 'False', 'NotImplemented'])
    return [w.line_of('a = ' + start + '; x = 1'), w.line_of(equal)] + done(w, CHANGING, 9) + [
        guarded(w, w.line_of('print(a)'))]


TEMPLATES = ('@q@{@any@}@q@', '@q@a{@number@:@s@}b@q@', '@q@{@str@!r:@s@}@q@', '@q@{@any@=}@q@',
             '@q@{@number@ = :@s@}@q@', '@q@{{{@int@}}}@q@', '@q@{@number@:{@small@}}@q@',
             '@q@{@str@:{"*"}>{@small@}}@q@', '@q@{@any@!s}{@any@!a}@q@', '@q@{(lambda x: x)(@any@)}@q@',
             '@q@{f"{@int@}" "b"}@q@', '@q@{[i for i in @iterable@]}@q@', '@q@{@dict@ }@q@', '@q@{@int@,}@q@',
             '@q@{yield_}@q@', '@q@{@any@!r:{@char@}}@q@', '@q@\\N{DIGIT ONE}{@int@}\\x41@q@', '@q@{1:{2:{3}}}@q@',
             '@q@{@number@:.{@small@}f}@q@', '@q@{@float@:{">"}{10}.{2}}@q@', '@q@{*@iterable@, 1}@q@',
             '@q@{x:=5}@q@', '@q@{(x:=5)}@q@', '@q@{@any@:%H}@q@', '@q@{@int@:#{"x"}}@q@', '@q@{ @str@ !r}@q@',
             '@q@{@complex@:@s@}@q@', '@q@{@any@}@q@ "plain"', '@q@{@int@:A}@q@', '@q@{@set@}@q@',
             '@q@{None:>{5}}@q@', '@q@{Odd()}@q@', '@q@{Odd():@s@}@q@', '@q@{Odd()!s:@s@}@q@')
TEMPLATE_USES = ('@t@', '@t@.strings', '@t@.values', '@t@.interpolations',
                 '[(i.value, i.conversion, i.format_spec) for i in @t@.interpolations]', 'list(@t@)', '@t@ + @t@',
                 '@t@ + "a"', '"a" + @t@', 'str(@t@)[:9]', '@t@ == @t@', 'type(@t@)',
                 '@t@.interpolations[0].expression', 'len(@t@)', '@t@.strings[0]', '[*@t@]', '@t@.missing',
                 'hash(@t@) * 0', '@t@.strings is None', 'type(@t@)("a", "b").strings', 'type(@t@)(1)')


ODD_FORMATS = ('repr(spec)', 'spec * 2', '3', 'S(spec)', '1 / 0')


@style(7)
def templates(w):
    """f-strings and t-strings with nested specifications."""
    r = w.random
    w.words['s'] = [''.join(c for c in format_spec(r) if c not in '{}\'"') for _ in range(9)]

    def made(*starts):
        texts = []
        for _ in range(6):
            before, text, behind = r.choice(TEMPLATES).split('@q@')
            texts.append(str(w.written(before + r.choice(starts) + text + "'''" + behind)))
        return texts

    odd = definition(w, 'class Odd', ['def __format__(self, spec): return ' + r.choice(ODD_FORMATS)])
    shown = [w.shown(Node('str', text)) for text in made("f'''", "f'''", "rf'''")]
    w.words['t'] = made("t'''", "t'''", "rt'''")
    return [odd] + shown + asked(w, TEMPLATE_USES, 6)


LETTERS = ("'ŉaﬃΐ'", "'Ⅷⅷ'", "'ǆǅǄ'", "'ᾳͅᾼ'", "'ẞßSS'", "'\\u2028a\\x85b\\u2029'", "'\\xa0x\\u3000'", "'𐐀𐐨'",
           "'𝟘𝟙²'", "'ΣΑΣ ΑΣ. Σ'", "'İIıi'", "'\\ufeffabc'", "'e\\u0301é'", "'한글각'", "'½⅓①'", "'\\U0010ffff\\ud800'",
           "'\\x1c\\x1d\\x1e\\x1fa'", "'٣٤५'", "'aΣb'", "'ﬁﬂ'", "'\\u0130\\u0131'", "'ʼn'", "'Åå\\u212b'",
           "'Ωω\\u2126'", "'𑜀'", "'\\t\\v\\f'", "'Ა ა'", "'ꭰᎠ'", "'_ªº'", "'℘℮'")
LETTER_USES = ('@l@.upper()', '@l@.lower()', '@l@.title()', '@l@.swapcase()', '@l@.capitalize()', '@l@.casefold()',
               '@l@.isalpha(), @l@.isalnum()', '@l@.isdigit(), @l@.isdecimal(), @l@.isnumeric()', '@l@.isspace()',
               '@l@.isidentifier()', '@l@.isprintable()', '@l@.islower(), @l@.isupper(), @l@.istitle()',
               '@l@.split()', '@l@.splitlines(@bool@)', '@l@.strip()', '@l@.center(9, "é")', '@l@.find(@l@)',
               '@l@.replace(@str@, @l@)', '@l@.partition(@str@)', 'ascii(@l@)', 'repr(@l@)', '@l@ < @l@',
               'sorted(@l@ + @l@)', '@l@ in @l@ + "x"', '@l@[::-1]', '@l@[@index@:@index@]', 'len(@l@)',
               '@l@.encode(@encoding@, @errors@)', '@l@.encode().decode(@encoding@, @errors@)',
               '@l@.encode("utf-16-le", "surrogatepass").decode("utf-16-le", @errors@)', 'int(@l@)', 'float(@l@)',
               'ord(@l@[0])', '[chr(ord(c) + 1) for c in @l@]', 'f"{@l@:>8}|{@l@!a:.3}"',
               '"%5s|%.2s|%a" % (@l@, @l@, @l@)', '@l@ * @small@', '@l@.translate({ord(c): c * 2 for c in @l@})',
               '@l@.join(["a", @l@])', '@l@.expandtabs(@small@)', '@l@.zfill(8)', '@l@.rsplit(None, 1)',
               '@l@.count("")', '@l@.index(@l@[-1:])', '@l@.startswith(@l@)', '@l@.removesuffix(@l@)',
               'str.maketrans(@l@, @l@)', '{c: i for i, c in enumerate(@l@)}', 'max(@l@), min(@l@)',
               '@l@ == @l@.upper().lower()', 'bytes(@l@, "utf-8").hex("-")', 'eval(repr(@l@)) == @l@',
               'hash(@l@) == hash(@l@ + "")', '@l@.casefold() == @l@.lower()', '@l@.encode("unicode_escape")',
               '@l@.encode("ascii", "namereplace")', 'set(@l@) & set(@l@) == set()', '@l@.ljust(@width@, @char@)',
               'type(@l@ + @l@[:0])', '@l@.rfind(@l@, @index@, @index@)')


@style(7)
def letters(w):
    """Methods of str over characters that are not ASCII."""
    w.words['l'] = some_of(w, LETTERS, 5)
    return asked(w, LETTER_USES, 11)


EXTREMES = ('2**63', '-2**63', '2**63 - 1', '-2**63 - 1', '2**64', '10**30', '-10**30', '0', '1', '-1', 'None',
            'Index(2)', 'Index(-1)', 'Index(2**65)', 'True', '1.0', '"1"', 'I(3)', '3', '-2', '7')
EXTREME_USES = ('@s@[@e@:@e@]', '@s@[@e@:@e@:@e@]', '@s@[@e@]', 'slice(@e@, @e@, @e@).indices(@e@)',
                'slice(@e@).indices(@e@)', 'range(@e@, @e@, @e@)', 'len(range(@e@, @e@, @e@))',
                'range(@e@, @e@, @e@)[@e@]', 'range(@e@, @e@)[@e@:@e@:@e@]', '@n@ in range(@e@, @e@, @e@)',
                'range(@e@).index(@n@)', 'range(@e@, @e@).count(@n@)', 'list(take(reversed(range(@e@, @e@)), 3))',
                'list(take(range(@e@, @e@, @e@), 3))', 'range(@e@, @e@, @e@) == range(@e@, @e@, @e@)',
                'hash(range(@e@, @e@)) == hash(range(@e@, @e@))', 'slice(@e@, @e@) == slice(@e@, @e@)',
                'slice(@e@) < slice(@e@)', '(@e@).to_bytes(@small@, "big", signed=@bool@)',
                'int.from_bytes((@e@).to_bytes(12, signed=True), signed=True)', 'divmod(@e@, @e@)',
                '@e@ // @e@, @e@ % @e@', '@e@ >> 70, @e@ & 255', 'pow(@e@, 3, @e@)', 'pow(@e@, -1, @e@)',
                'round(@e@, -2)', 'float(@e@)', 'hash(@e@)', 'int(float(@e@))', 'f"{@e@:,}|{@e@:x}|{@e@:e}"',
                '@e@ / @e@', '@e@ == float(@e@)', 'complex(@e@, @e@)', '@s@.index(@n@)', '@s@.find(@any@, @e@, @e@)',
                '@s@.count(@any@)', 'bytes([@e@])', 'chr(@e@)', 'hex(@e@), bin(@e@)',
                '(@e@).bit_length(), (@e@).bit_count()', 'str(@e@)', '"%d %x" % (@e@, @e@)',
                'abs(@e@), -(@e@), ~(@e@)', '@e@ ** 3', '@e@ * @e@ - @e@', 'sum([@e@, @e@, @e@])',
                'sorted([@e@, @e@], reverse=True)', 'min(@e@, @e@)', '@e@ < @e@ <= @e@', '(@e@).as_integer_ratio()',
                'int(str(@e@), 10)', 'enumerate("ab", @e@)', 'list(enumerate("ab", @e@))', '@e@ | @e@, @e@ ^ @e@',
                'iter(range(@e@)).__length_hint__()', 'next(iter(range(@e@, @e@)))', '[1, 2].insert(@e@, 3)',
                '[1, 2].pop(@e@)', '"ab".center(@small@)', 'bytearray(b"abc").pop(@e@)', 'slice(@e@, @e@, @e@).step',
                '{@e@: 1}[@e@]', '@s@[@e@:][:@e@]')


SEQUENCES = ('"abcdef"', '[1, 2, 3, 4]', '(1, 2, 3)', 'b"abcd"', 'bytearray(b"abcd")', 'range(10)', '"aé€😀"',
             'memoryview(b"abcdef")', 'L([1, 2])')


@style(7)
def extremes(w):
    """Slices, ranges and integers at the edges of the machine's numbers."""
    w.words['e'] = some_of(w, EXTREMES, 9)
    w.words['n'] = ['3', '2**63', '-10**30']  # anything but an int is searched for item by item
    w.words['s'] = SEQUENCES
    return asked(w, EXTREME_USES, 11)


VIEW_USES = ('@v@ @op@ @v@', '@v@ @op@ @set@', '@set@ @op@ @v@', '@v@ @op@ @iterable@', '@v@ @cmp@ @v@',
             '@v@ @cmp@ @set@', '@any@ in @v@', 'len(@v@)', 'list(reversed(@v@))', 'sorted(@v@, key=str)',
             '@v@.isdisjoint(@iterable@)', '@v@.mapping', 'hash(@v@)', 'set(@v@)', '@v@ == @any@', 'repr(@v@)',
             'iter(@v@).__length_hint__()', '@v@ + @v@', 'frozenset(@v@) @op@ @v@', 'list(zip(a, @v@))',
             'dict(a.items() | b.items())', 'dict(a.items()) == a', 'a | b', 'b | a', 'a == b', 'max(@v@, key=str)',
             'list(@v@) == [*@v@]', 'a.items() >= {("k", 1)}', 'a.keys() @cmp@ b', '{*a.keys()} @op@ {*b}',
             'type(a.keys())(b)', '@v@.x', 'a.keys().mapping["k"]', 'a.get(@any@)', 'a.fromkeys(@v@, 0)',
             'dict.fromkeys(@v@)', 'enumerate(@v@)', 'map(str, @v@)', '[*@v@, *@v@]', '(lambda *x: x)(*@v@)')


VIEWS = ('a.keys()', 'a.items()', 'b.keys()', 'b.items()', 'a.values()', 'type(type.__dict__)(a).keys()',
         'D(a).items()', '{}.keys()')
KEYS = ('1', '2', "'a'", "'k'", '(1, 2)', 'None', '1.5')


@style(5)
def views(w):
    """The keys, items and values of dicts as sets."""
    w.words['v'] = VIEWS
    w.words['op'] = ['|', '&', '-', '^']
    w.words['cmp'] = ['<', '<=', '>', '>=', '==', '!=']
    w.words['key'] = some_of(w, KEYS, 4)
    return [w.written('a = {"k": 1, @key@: @any@, @key@: 2}'), w.written('b = {"k": @small@, @key@: 2, @key@: [1]}')
            ] + asked(w, VIEW_USES, 9)
