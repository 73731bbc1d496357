# str.format: fields, nesting, conversions, automatic numbers, errors.
class P:
    x = 3
    def __format__(self, spec): return f'<{spec}>'
print('{} {} {}'.format(1, 'a', None), '{1}{0}{1}'.format('a', 'b'), '{a}-{b}'.format(a=1, b=2), '{{}} {{{0}}}'.format(1))
print('{0.x} {0!r:.3} {1[k]} {1[0]} {2[1]}'.format(P(), {'k': 'v', 0: 'zero'}, [5, 6]), '{:{w}.{p}}|'.format('abcdef', w=8, p=3))
print('{:spec}'.format(P()), '{!s:>4}|{!a}|{!r}'.format('é', 'é', 'é'), '{:{}}'.format('x', '>3'), '{a[b][c]}'.format(a={'b': {'c': 1}}))
print('{x}'.format_map(type('D', (dict,), {'__missing__': lambda s, k: k + '?'})()))
for f in ['{', '}', '{0', '{}{0}', '{0}{}', '{2}', '{a}', '{0!x}', '{0!}', '{0.}', '{0[}', '{0[]}', '{0[a]x}', '{:{:{}}}', '{0:{', 'a}b', '{0.nope}', '{!r', '{ 0}']:
    try: print(f.format(1, 2))
    except Exception as e: print(type(e).__name__, e)
