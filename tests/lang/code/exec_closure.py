# exec with closure=; code objects of functions; code with free variables.
def outer():
    a, b = 1, 2
    def inner():
        global result
        result = a + b
    return inner
inner = outer()
code = inner.__code__
def cell(v): return (lambda: v).__closure__[0]
exec(code, closure=inner.__closure__)
print(result)
exec(code, {}, closure=(cell(10), cell(20)))
print(result)
exec(code, globals(), closure=(cell(10), cell(20)))
print(result)
for call in (lambda: exec(code), lambda: exec(code, closure=()), lambda: exec(code, closure=(cell(1),)), lambda: exec(code, closure=[cell(1), cell(2)]), lambda: exec(code, closure=(1, 2)), lambda: exec("1", closure=inner.__closure__),
             lambda: exec(compile("1", "f", "exec"), closure=inner.__closure__), lambda: eval(code), lambda: eval((lambda: 5).__code__), lambda: eval((lambda x: 5).__code__), lambda: exec(code, closure=None)):
    try:
        print(call())
    except TypeError as e:
        print(e)
