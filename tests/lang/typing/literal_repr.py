# A Literal shows classes, nothing and ... as other types do; the classes of forms say that they are of typing.
import typing

print(typing.Literal[int, 'a', 1], typing.Literal[()], typing.Literal[...])
print(typing.List.__module__, typing.Callable | int)
