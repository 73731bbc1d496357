# Misspelt keywords are looked for from the last compound statement on that is complete; functions do not count as ones.
import traceback

for source in ["if a:\n    b\nimprt c", "try:\n    with m:\n        x\nexcept E as e: match   print(e)",
               "def f():\n    pass\nimprt c", "class A:\n    pass\nx = 1\nfro y in z: pass", "while a:\n    if b: c\n    imprt d",
               "x in y\nwith m:\n    if 1:\n        x\n    m p", "whille a:\n    b\n"]:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(e._metadata[:2])
        print(*traceback.format_exception_only(e), sep="", end="")
