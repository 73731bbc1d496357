# The common encodings, their names, and the characters that they lack.
s = 'aé€日😀'
for e in ['utf-8', 'UTF8', 'utf_16', 'utf-16-le', 'UTF-16BE', 'utf-32', 'utf-32-le', 'utf-32-be', 'utf-8-sig', 'unicode_escape', 'raw_unicode_escape']:
    b = s.encode(e)
    print(e, b, b.decode(e) == s)
for e in ['ascii', 'latin-1', 'iso-8859-15', 'cp1252', 'koi8-r', 'cp437', 'US-ASCII', 'L1']:
    try: s.encode(e)
    except UnicodeEncodeError as x: print(e, '|', x)
    print([s.encode(e, h) for h in ('ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace')])
print(bytes(range(128, 160)).decode('cp1252', 'replace'), bytes(range(0xc0, 0xd0)).decode('koi8-r'))
for f in (lambda: s.encode('nope'), lambda: b''.decode('hex'), lambda: s.encode('ascii', 'nope'), lambda: s.encode(1), lambda: s.encode('a\0b')):
    try: f()
    except Exception as x: print(type(x).__name__, x)
