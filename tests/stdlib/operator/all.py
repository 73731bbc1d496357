# operator: every function on something that it takes, and on something that it refuses.
import operator as op

ARGS = {'attrgetter': None, 'itemgetter': None, 'methodcaller': None, 'call': (len, 'abc'), 'concat': ('ab', 'c'),
        'iconcat': ([1], [2]), 'contains': ('abc', 'b'), 'countOf': ('abab', 'a'), 'indexOf': ('abc', 'c'),
        'getitem': ('abc', 1), 'setitem': ([1], 0, 2), 'delitem': ([1], 0), 'length_hint': ('abc',), 'matmul': (1, 2),
        'imatmul': (1, 2), 'is_none': (None,), 'is_not_none': (None,)}
for name in sorted(op.__all__):
    function = getattr(op, name)
    if name in ARGS and ARGS[name] is None:
        continue
    unary = name in ('abs', 'index', 'inv', 'invert', 'neg', 'not_', 'pos', 'truth')
    for args in (ARGS.get(name, (7,) if unary else (7, 2)), ([],) if unary else (None, 'x')):
        try:
            print(name, args, function(*args))
        except (TypeError, ValueError, KeyError) as e:
            print(name, args, type(e).__name__, e)

get = op.attrgetter('real', 'numerator.imag')
print(get(5), get, op.itemgetter(1, slice(2))('abc'), op.itemgetter('k')({'k': 1}), op.methodcaller('replace', 'a', 'b')('aa'))
for call in (lambda: op.attrgetter(), lambda: op.attrgetter(5), lambda: op.itemgetter(), lambda: op.itemgetter(1)([]),
             lambda: op.methodcaller(), lambda: op.methodcaller(5), lambda: op.methodcaller('x')(5), lambda: get(5, 6),
             lambda: op.indexOf('abc', 'x'), lambda: op.length_hint('a', 'b'), lambda: op.attrgetter('nope')(5)):
    try:
        print(call())
    except (TypeError, ValueError, IndexError, AttributeError) as e:
        print(type(e).__name__, e)
