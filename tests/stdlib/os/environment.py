# environ, environb, getenv, putenv: what programs that are started see
import os

os.environ['OURO_TEST'] = 'one'
print(os.environ['OURO_TEST'], os.getenv('OURO_TEST'), os.getenvb(b'OURO_TEST'), os.environb[b'OURO_TEST'])
print(os.system('test "$OURO_TEST" = one'), os.getenv('OURO_NOT'), os.getenv('OURO_NOT', 3))
os.environb[b'OURO_BYTES'] = b'\xff'
print(ascii(os.environ['OURO_BYTES']))
print(os.environ.pop('OURO_BYTES') == '\udcff', os.environ.pop('OURO_BYTES', 'gone'), b'OURO_BYTES' in os.environb)
os.putenv('OURO_TEST', 'two')
print(os.environ['OURO_TEST'])
os.reload_environ()
print(os.environ['OURO_TEST'])
os.environ |= {'OURO_A': '1'}
os.environ.update(OURO_B='2')
print(os.system('test "$OURO_A$OURO_B" = 12'), os.environ.setdefault('OURO_A', 'x'), type(os.environ.copy()))
del os.environ['OURO_A']
print(os.system('test -z "$OURO_A"'), repr(os.environ)[:9])
for call in (lambda: os.environ['OURO_NOT'], lambda: os.environ[3], lambda: os.getenv(3), lambda: os.environ.update({'a': 1}),
             lambda: os.environb['a'], lambda: os.environ.__delitem__('OURO_NOT'), lambda: os.environ.__setitem__('a=b', 'c')):
    try:
        call()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(os.get_exec_path({'PATH': 'a:b'}), os.get_exec_path({}))
