# os.environ and os.environb are the same environment: what changes in one changes in the other.
import os

os.environ['OURO_A'] = 'x\udcffy'
print(os.environb[b'OURO_A'], os.getenvb(b'OURO_A'))
os.environb[b'OURO_B'] = b'\xfe'
print(ascii(os.environ['OURO_B']), os.getenv('OURO_NONE'), os.getenvb(b'OURO_NONE', 3))
del os.environ['OURO_A']
print(b'OURO_A' in os.environb, os.environb.pop(b'OURO_B'), 'OURO_B' in os.environ)
for wrong in (lambda: os.environb['x'], lambda: os.environ[b'x'], lambda: os.environb[b'OURO_NONE'],
              lambda: os.environ.pop('OURO_NONE'), lambda: os.getenvb('x')):
    try:
        wrong()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
os.environb.clear()
print(os.environ, os.environb)
os.environ |= {'C': 'd'}
os.putenv('C', 'e')
os.reload_environ()
print(os.environb, hasattr(os, 'missing'))
