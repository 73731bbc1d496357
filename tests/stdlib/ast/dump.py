# ast.dump: on one line and indented, with places, without names of fields, with what is empty
import ast
def t(src, **k):
    try: print(ast.dump(ast.parse(src) if isinstance(src, str) else src, **k))
    except Exception as e: print(type(e).__name__, e)
for k in [{}, dict(indent=2), dict(annotate_fields=False), dict(show_empty=True), dict(include_attributes=True), dict(indent='\t', include_attributes=True)]:
    t('f(a, *b, c=1)\ndef g(x, /, y: int=2, *z, **k) -> None: return 1+2\nx = None, ...\nfor i in []: pass', **k)
    t('class A[T](B, m=1):\n  x: int = 3\n  @d\n  async def f(self): await x; yield 3\n', **k)
    t('match x:\n case None|1: pass\n case [*_]: pass\n case {"a": 1, **r}: pass\n case A(b=2) as q if z: pass\n case _: pass', **k)
    t('f"{a!r:>{b}}" "x"; t"{z}"; a[1:2, ::3]; u"x"; lambda: 0; from . import x as y; global q; 1j; b"x"; x if y else z; {**a, 1:2}', **k)
t(ast.Name()); t(ast.Name('x', ast.Load())); t(ast.Constant(None)); t(ast.Constant(None), annotate_fields=False); t(ast.Raise(cause=ast.Name('B')), annotate_fields=False); t(ast.Raise(cause=ast.Name('B'))); t(ast.ImportFrom(names=[ast.alias('x')], level=0), annotate_fields=False); t(ast.arguments(args=[ast.arg('x')]), annotate_fields=False); t(ast.arguments(args=[ast.arg('x')]), annotate_fields=False, show_empty=True)
t(ast.Call(ast.Name('f'), [], [ast.keyword('a', ast.Constant(1))]), annotate_fields=False)
t(3)
