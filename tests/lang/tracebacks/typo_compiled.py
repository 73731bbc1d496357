# Misspelt keywords in sources that are in no file: the report names what was meant; the exception keeps its message.
import traceback

for source in ["fro x in y: pass", "a = 1\nif a:\n    imort os", "clas A:\n    pass", "x = (1,\n dle x)", "f(a b)",
               "x = Flase y", "a b"]:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(e.msg, e._metadata == (0, 0, source + "\n"))
        print(*traceback.format_exception_only(e), sep="", end="")
