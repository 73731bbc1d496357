# The line of an error that the compiler finds is read from the file of that name, if it is one.
for name in '/', '/nowhere', '<text>', '':
    try:
        compile('return 1\n', name, 'exec')
    except SyntaxError as e:
        print(e.args)
