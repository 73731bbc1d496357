# Attributes of code objects of functions of every kind.
def f(a, b=1, /, c=2, *args, d, e=3, **kwargs):
    """The doc."""
    x = y = a
    def g(): return x, b
    return len(g.__name__), [z for z in "a"]
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_cellvars, c.co_freevars, c.co_firstlineno, c.co_names)
print(c.co_consts[0], hex(c.co_flags & 0xff), c.co_filename == __file__, isinstance(c.co_code, bytes), c.co_stacksize > 0, type(c.co_linetable), type(c.co_exceptiontable))
async def co(): await co()
def gen(): yield
async def agen(): yield
class K:
    def method(self): return __class__
for function in co, gen, agen, K.method, lambda *a: a, lambda **k: k:
    print(function.__code__.co_name, hex(function.__code__.co_flags & 0x2ff), function.__code__.co_freevars, function.__code__.co_varnames)
module = compile("x = 1\nclass A:\n y = 2\n", "<m>", "exec")
print(module.co_name, hex(module.co_flags & 0xff), module.co_names[0], module.co_firstlineno, [k.co_name for k in module.co_consts if hasattr(k, "co_name")], repr(module).split(" at ")[0], repr(module).split(", ", 1)[1])
for name in "co_code", "other":
    try:
        setattr(c, name, 1)
    except AttributeError as e:
        print(e)
