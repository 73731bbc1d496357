# walking over trees: walk, iter_fields, iter_child_nodes, NodeVisitor, NodeTransformer
import ast

tree = ast.parse("def f(a, b=1):\n    return g(a + b)\nx = [y for y in f(2)]\n")
print([type(n).__name__ for n in ast.walk(tree)])
print([(name, type(value).__name__) for name, value in ast.iter_fields(tree.body[0])])
print([type(n).__name__ for n in ast.iter_child_nodes(tree.body[0])])


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append((node.id, type(node.ctx).__name__))

    def visit_Constant(self, node):
        self.found.append(node.value)
        return self.generic_visit(node)


names = Names()
print(names.visit(tree), names.found)


class Change(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Subscript(ast.Name('data'), ast.Constant(node.id), node.ctx), node)

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        return [node, ast.Expr(ast.Constant('again'))]

    def visit_Return(self, node):
        self.generic_visit(node)
        return node


def changed(source):
    return ast.unparse(ast.fix_missing_locations(Change().visit(ast.parse(source))))


print(changed("a = b + c"))
print(changed("if x:\n    pass\n    f()\ndef g(z):\n    return z"))
new = ast.fix_missing_locations(Change().visit(ast.parse("foo + bar", mode='eval')))
print(eval(compile(new, '<changed>', 'eval'), {'data': {'foo': 2, 'bar': 40}}))


class Drop(ast.NodeTransformer):
    def visit_Constant(self, node):
        return None


dropped = Drop().visit(ast.parse("return_value(1)\nx: int = 3"))
print(ast.dump(dropped))
