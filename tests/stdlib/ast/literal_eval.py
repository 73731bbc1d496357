# ast.literal_eval: the literals it takes, and what it refuses
import ast


def show(source):
    try:
        value = ast.literal_eval(source)
        print(type(value).__name__, repr(value))
    except Exception as e:
        print(type(e).__name__, str(e).partition(' at 0x')[0])


for source in ("1", "-1", "+1.5", "1 + 2j", "-1 - 2j", "'a' 'b'", "b'x'", "(1, 2)", "[1, (2,)]", "{1}", "{'a': [None]}",
               "True", "...", "set()", " \t3", "1_000", "'''a\nb'''", "{1: {2: {3: 4}}}", "-0.0"):
    show(source)
for source in ("a", "f(1)", "1 + 1", "2 ** 3", "--1", "'a' + 'b'", "[x for x in y]", "{**a}", "f'{x}'", "1 +", "", "1j + 1",
               "set([1])", "-'a'", "not 1", "a.b", "1; 2", "  1\n 2", "-True"):
    show(source)
show(ast.Expression(ast.Constant(3)))
show(ast.Name('x'))
show(ast.parse('[1, 2]', mode='eval'))
show(ast.Dict([ast.Constant(1)], []))
show(3)
show(b'[1]')
