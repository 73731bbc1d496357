# StringIO: how each newline= translates what is written and where lines end; .newlines.
import io
text = 'a\nb\rc\r\nd\r\r\n\n\r'
for newline in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO(text, newline=newline)
    print(repr(newline), repr(s.getvalue()), s.readlines(), repr(s.newlines))
    s = io.StringIO(newline=newline)
    s.write('x\r'); s.write('\ny\n'); s.write('z\r\n')
    print(repr(s.getvalue()), s.tell(), repr(s.newlines), s.__getstate__()); s.seek(0)
    print([s.readline(2) for _ in range(6)])
print(io.StringIO('\r\n', None).newlines, repr(io.StringIO('\n', '').newlines), io.StringIO('a\nb', '\r').getvalue().encode())
