# A print statement that also is an expression is an error only if there is another one, wherever that is.
for source in 'print -1', 'print -1\n(^)', 'f(lambda: (print * {1}))\n\n(^)', 'exec [0]\na b', 'x = print\n(^)', 'print(1)\n(^)':
    try:
        compile(source, 'f', 'exec')
        print('compiles')
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
