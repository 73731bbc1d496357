# places of nodes: copy_location, fix_missing_locations, increment_lineno, get_source_segment; errors of compiled trees
import ast
import traceback

source = "x = (1 +\n     f(\u00e9, 'b'))\nif x:\n\tpass; y = 3\r\nz = 4\n"
tree = ast.parse(source)
for node in ast.walk(tree):
    if hasattr(node, 'lineno'):
        place = node.lineno, node.col_offset, node.end_lineno, node.end_col_offset
        print(type(node).__name__, place, repr(ast.get_source_segment(source, node)),
              repr(ast.get_source_segment(source, node, padded=True)))
print(ast.get_source_segment(source, ast.Name('x')))
new = ast.copy_location(ast.Constant(5), tree.body[0].value)
print(ast.dump(new, include_attributes=True))
fixed = ast.fix_missing_locations(ast.Module([ast.Assign([ast.Name('q', ast.Store())], new)], []))
print(ast.dump(fixed, include_attributes=True))
print(ast.dump(ast.increment_lineno(fixed, 10), include_attributes=True))
ignore = ast.increment_lineno(ast.TypeIgnore(3, 'x'), 2)
print(ignore.lineno)
code = compile(ast.increment_lineno(ast.parse("a = 1\nb = a / 0\n"), 40), 'made.py', 'exec')
try:
    exec(code)
except ZeroDivisionError as e:
    print([(f.filename, f.lineno, f.colno, f.end_colno) for f in traceback.extract_tb(e.__traceback__)][1:])
