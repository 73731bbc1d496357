# What is nested too deep: blocks, indentation, brackets.
def message(source):
    try:
        compile(source, "f", "exec")
        return "fine"
    except (SyntaxError, MemoryError, RecursionError) as e:
        return type(e).__name__, str(e)[:60]


def nested(line, n): return "".join(" " * i + line + "\n" for i in range(n)) + " " * n + "pass"
for line in "while 1:", "for x in y:", "with x:", "if 1:", "class A:", "def f():":
    print(line, [message(nested(line, n)) for n in (20, 21, 22)])
print(message("with " + ", ".join(["x"] * 21) + ": pass"), message("with " + ", ".join(["x"] * 22) + ": pass"))
print(message(nested("if 1:", 99)), message(nested("if 1:", 100)))
for n in 100, 199, 200, 201:
    print(n, message("(" * n + ")" * n), message("x" + "[0" * n + "]" * n))
def try_nested(n): return "".join(" " * i + "try:\n" for i in range(n)) + " " * n + "pass\n" + "".join(" " * i + "except A as b:\n" + " " * i + " pass\n" for i in reversed(range(n)))
print([message(try_nested(n)) for n in (19, 20, 21, 22)])
