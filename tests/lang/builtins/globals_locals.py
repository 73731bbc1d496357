# globals and locals in modules, functions and classes.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

x = 1
print(globals()['x'], globals() is locals(), globals() is globals())
def f(a, b=2):
    c = 3
    l = locals()
    l['new'] = 1
    d = 4
    return l, sorted(locals()), 'new' in locals()
print(f(1))
class C:
    y = 2
    print(sorted(k for k in locals() if k[0] != '_'), locals() is vars())
    locals()['z'] = 3
print(C.z)
def outer():
    v = 1
    def inner(): return v, locals()
    return inner()
print(outer(), [sorted(locals()) for q in (1,)][0][:1] != [])
t(lambda: globals(1), lambda: locals(x=1))
globals()['made'] = 5
print(made)
