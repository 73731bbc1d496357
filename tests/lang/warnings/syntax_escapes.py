# SyntaxWarning for escapes that mean nothing: on standard error, with the line; turned off, or into errors.
a = '\d'
b = b'\q'
c = '\400'
d = f'\z{a}'
e = r'\d'
print(a, b, c, d, e)
