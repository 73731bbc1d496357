# A str among types stands for an expression: what is none is refused at once.
import typing

for text in ["a", "list[int]", "*a", "lambda: 1", "", "a b", "1 +", " a", "*", "a := 1", "x: int"]:
    for make in (lambda: int | None | text, lambda: typing.Optional[text]):
        try:
            print(make())
        except SyntaxError as e:
            print(e, repr(e.__context__)[:12])
