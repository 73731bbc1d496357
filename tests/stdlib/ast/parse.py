# ast.parse and compile(): modes, flags, docstrings, comparison of trees
import ast


def show(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: ast.dump(ast.parse("1", mode='eval')))
show(lambda: ast.dump(ast.parse("x = 1", mode='single')))
show(lambda: ast.dump(ast.parse(b"# coding: latin-1\n'\xe9'")))
show(lambda: ast.parse("x = ", '<made>'))
show(lambda: ast.parse("x", mode='other'))
show(lambda: ast.parse(3))
show(lambda: compile("a + b", '', 'eval', ast.PyCF_ONLY_AST))
tree = ast.parse("a + b", mode='eval')
show(lambda: compile(tree, '', 'eval', ast.PyCF_ONLY_AST) is tree)
show(lambda: eval(compile(tree, '', 'eval'), {'a': 1, 'b': 2}))
show(lambda: eval(tree))
show(lambda: exec(ast.parse("pass")))
show(lambda: exec(compile(ast.Interactive(ast.parse("40 + 2").body), '', 'single')))
documented = ast.parse('"""Module.\n\n    more\n"""\nclass A:\n    "class"\ndef f():\n    pass\nasync def g():\n    """ g """\n')
show(lambda: [ast.get_docstring(n) for n in [documented, *documented.body[1:]]])
show(lambda: ast.get_docstring(documented, clean=False))
show(lambda: ast.get_docstring(documented.body[0]))
show(lambda: ast.compare(ast.parse("a+b"), ast.parse("a  + b")))
show(lambda: ast.compare(ast.parse("a+b"), ast.parse("a  + b"), compare_attributes=True))
show(lambda: ast.compare(ast.parse("a+b"), ast.parse("a-b")))
show(lambda: ast.compare(ast.parse("1"), ast.parse("1.0")))
show(lambda: ast.unparse(ast.parse("x", mode='eval')))
show(lambda: [ast.PyCF_ONLY_AST, ast.PyCF_TYPE_COMMENTS, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, ast.PyCF_OPTIMIZED_AST])
code = compile(ast.parse("await x"), '', 'exec', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
print(code.co_flags & 0x80)
namespace = {}
exec(compile(ast.parse("""
def outer(n):
    'doc'
    def inner(*args, key=n, **rest) -> int:
        nonlocal n
        n += len(args) + key
        return [i for i in rest] and n
    return inner
class C[T](list):
    x: int = 3
    def f(self): return super().__len__() + self.x
match [1, {'k': (2, 3)}]:
    case [a, {'k': (b, *c)}]: pass
"""), 'made', 'exec'), namespace)
print(namespace['C']([1, 2]).f(), namespace['a'], namespace['b'], namespace['c'], namespace['outer'].__doc__)
