# code.replace(), equality and hashes of code objects.
def f(a, b=2):
    return a, b, "const"
code = f.__code__
renamed = code.replace(co_name="g", co_firstlineno=77, co_filename="other.py", co_qualname="Q.g")
print(renamed.co_name, renamed.co_firstlineno, renamed.co_filename, renamed.co_qualname, renamed.co_varnames == code.co_varnames)
f.__code__ = renamed
print(f(1), f.__name__, f.__code__.co_name)
print(code == code.replace(), hash(code) == hash(code.replace()), code == renamed, code == compile("1", "f", "eval"), compile("1", "f", "eval") == compile("1", "f", "eval"), code != 1)
swapped = code.replace(co_varnames=("x", "y"))
f.__code__ = swapped
print(f(x=1), swapped.co_varnames)
for arguments in {"co_name": 1}, {"co_argcount": "x"}, {"nothing": 1}, {"co_varnames": ("x",)}, {"co_consts": [1]}, {"co_filename": b"x"}:
    try:
        code.replace(**arguments)
        print(arguments, "fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
def h():
    x = 1
    return lambda: x
for value in h.__code__, h().__code__, 1, None:
    try:
        f.__code__ = value
        print("set", value.co_name)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
