# Syntax warnings as errors are SyntaxErrors, with a place.
import warnings

warnings.simplefilter("error")
for source in ["'\\d'", "x = '''a\n\\d'''", "b'\\z'", "f'{x}\\d'", "'\\777'", "1 is 1", "x = 1\nx is 'a'", "assert (1, 2)", "1(2)", "'a'['b']", "1if 1else 2", "try: pass\nfinally:\n while 1: break",
               "def f():\n try: pass\n finally: return", "0x1for x in y", "[1](2)", "a is ()", "t'\\d'", "'\\8'", "'\\N{DIGIT ONE}\\e'"]:
    try:
        compile(source, "<w>", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), e.msg, e.lineno, *([] if "escape" in e.msg else [e.offset, e.end_lineno, e.end_offset]))
