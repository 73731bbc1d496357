# exit: 1
# Code from a string has no source lines to show.
code = compile("def f(x):\n    return x.y\n", "<made>", "exec")
exec(code)
f(1)
