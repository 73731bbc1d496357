# global and nonlocal behind a use, an assignment, both.
for body in ('global c; print(c); c = 1; global c', 'c = 1; print(c); global c', 'print(c); c = 1; global c', 'c = 1; global c',
             'c: int = 3; global c', 'c += 1; global c', 'def c(): pass\n c()\n global c', 'for c in c: pass\n global c', '[c for c in "a"]; global c'):
    try: compile('def f():\n ' + body, 's', 'exec'); print('fine')
    except SyntaxError as e: print(e)
try: compile('def f(c):\n print(c)\n global c', 's', 'exec')
except SyntaxError as e: print(e)
