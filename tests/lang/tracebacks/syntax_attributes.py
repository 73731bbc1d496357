# A SyntaxError is shown by its attributes, whatever a program put there.
import traceback

for details in [("f", None, 3, "a\u3000b\tc"), ("f", 1, None, "  text\n"), ("f", 1, "3", "text"), ("f", 1, 9, "ab"),
                (None, 1, 2, "abc"), (None, None, None, None), ("f", 2, 1, "abcdef", 2, 4), ("f", 2, 1, "abcdef", 3, 2),
                ("f", 2, 3, "abcdef", 2, 0), ("f", 2, 3, "abcdef", 2, -1), ("f", 1, 3, "    abc")]:
    for message in "message", "":
        print(*traceback.format_exception_only(SyntaxError(message, details)), sep="", end="")
print(*traceback.format_exception_only(SyntaxError()), sep="", end="")
print(*traceback.format_exception_only(SyntaxError("only")), sep="", end="")
