# Parameter and Signature as objects: made by hand, compared, changed, refused
import inspect
from inspect import Parameter as P, Signature as S

p = P('a', P.POSITIONAL_OR_KEYWORD, default=1, annotation=int)
print(repr(p), p.name, repr(p.kind), p.kind, p.kind.description, p.default, p.annotation)
print(p == P('a', 1, default=1, annotation=int), p != P('a', 1), hash(p) == hash(p.replace()))
print(repr(p.replace(name='b', kind=P.KEYWORD_ONLY, annotation=P.empty)), P.empty, S.empty is P.empty)
s = S([p, P('args', P.VAR_POSITIONAL), P('k', P.KEYWORD_ONLY, annotation='T')], return_annotation=list[int])
print(repr(s), list(s.parameters), s.return_annotation, s == s.replace(), s == 1)
print(s.format(max_width=5))
print(s.format(quote_annotation_strings=False))
print(S([P('x', 3), P('y', 3)]) == S([P('y', 3), P('x', 3)]))
try:
    s.parameters['z'] = p
except TypeError as e:
    print(e)
for make in (lambda: P('a', 7), lambda: P('a', P.VAR_POSITIONAL, default=1), lambda: P('if', 1), lambda: P(3, 1),
             lambda: P(P.empty, 1), lambda: P('.0', 0), lambda: P('$x', 0), lambda: S([P('a', 0), P('a', 1)]),
             lambda: S([P('a', 1), P('b', 0)]), lambda: S([P('a', 1, default=1), P('b', 1)]),
             lambda: S([P('a', 2), P('b', 2)])):
    try:
        print(make())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(repr(P('.0', 1)), repr(P('if', 0)))
