# Punycode, there and back; and what is no punycode.
def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, e)


for s in ('b\xfccher', '\u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587',
          'abc', '', 'abc-d\xe9f', '\U0001f600'):
    t(lambda: s.encode('punycode'))
    t(lambda: s.encode('punycode').decode('punycode'))
for b in (b'bcher-kva', b'abc-', b'-', b'abc-!!', b'abc-99999999', b'abc', b'ab\xff-x', b'abc-z'):
    t(lambda: b.decode('punycode'))
