# exit, quit and help are objects that say how they are used; breakpoint() calls what sys.breakpointhook is.
import os, sys
print(exit, quit, repr(help), sep='\n')
print(type(exit), type(help), type(license), exit.name, exit.eof)
for call in (lambda: exit(3), lambda: quit(), lambda: exit(code='text')):
    try:
        call()
    except SystemExit as e:
        print(repr(e.code), sys.stdin.closed)
try:
    exit(1, 2)
except TypeError as e:
    print(e)

print(breakpoint, sys.breakpointhook, sys.__breakpointhook__ is sys.breakpointhook)
sys.breakpointhook = lambda *args, **kwargs: (args, kwargs)
print(breakpoint(1, x=2))
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)
sys.breakpointhook = sys.__breakpointhook__
for value, args in (('0', ()), ('len', ('abc',)), ('math.hypot', (3, 4)), ('nosuch.f', ()), ('math.nosuch', ())):
    os.environ['PYTHONBREAKPOINT'] = value
    print(value, breakpoint(*args))
