# An invalid escape draws its warning once, though a syntax error follows or precedes it.
import warnings


def lines_of_warnings(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, 'f.py', 'exec')
        except SyntaxError as e:
            print(e.msg, end=' ')
    print([w.lineno for w in caught])


lines_of_warnings("'\\ '\nu u")
lines_of_warnings("u u\n'\\ '")
lines_of_warnings("u v ('\\ ')")  # read as an expression that follows another one
lines_of_warnings("u '\\ '")
lines_of_warnings("[u + v '\\ ']")
lines_of_warnings("f(1 = '\\ ')")  # not reached
lines_of_warnings("del '\\ '; '\\ '")
lines_of_warnings("f('\\ ' = 1)")
lines_of_warnings("x['\\ '")
lines_of_warnings("f'\\ {'\\ ' u}' u")
lines_of_warnings("print f('\\ ')")
