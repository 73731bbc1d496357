# Records and formatters: styles, times, what is wrong with a format; handlers of one's own
import io
import logging
import time

for fmt, style in (('x', '%'), ('{', '{'), ('{message!x}', '{'), ('{a b}', '{'), ('x', '{'), ('$', '$'), ('x', '$'), ('{m:qq}', '{'),
                   ('a', 'z'), ('%(x)d', '%'), ('{m:>10.2f}', '{'), ('$message', '$')):
    try:
        print(logging.Formatter(fmt, style=style)._fmt)
    except ValueError as e:
        print(e)
r = logging.LogRecord('n', 20, '/a/b.py', 3, 'm %s', ('z',), None)
print(r, r.getMessage(), r.filename, r.module, r.levelname)
r.created, r.msecs = 0, 5
f = logging.Formatter('%(asctime)s %(message)s')
f.converter = time.gmtime
print(f.format(r), '|', logging.Formatter().format(r), '|', f.formatTime(r, '%Y'))
try:
    logging.Formatter('%(nope)s').format(r)
except ValueError as e:
    print(e)
class Own(logging.Handler):
    def emit(self, record):
        print('own', self.format(record))
own = Own('INFO')
own.name = 'mine'
print(logging.getHandlerByName('mine') is own, logging.getHandlerNames(), own)
own.handle(r)
own.close()
print(logging.getHandlerNames())
try:
    logging.Handler().emit(r)
except NotImplementedError as e:
    print(e)
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.emit(r)
print(repr(stream.getvalue()), handler, handler.setStream(stream), handler.setStream(io.StringIO()) is stream)
print(logging.BufferingFormatter().format([r, r]), [logging.Filter('app').filter(logging.makeLogRecord({'name': n})) for n in ('app.x', 'apple')])
