# Text that an encoding lacks, in runs; positions are those of the run.
s = 'aéèb日c\ud800'
for e in ('ascii', 'latin-1', 'cp1252'):
    try: s.encode(e)
    except UnicodeEncodeError as x: print(x, x.start, x.end, x.encoding)
    print(s.encode(e, 'xmlcharrefreplace'), s.encode(e, 'backslashreplace'), s.encode(e, 'ignore'), s.encode(e, 'replace'))
print('\udc80\udcff'.encode('ascii', 'surrogateescape'), b'\x80\xff'.decode('ascii', 'surrogateescape').encode('latin-1', 'surrogateescape'))
for b, e in [(b'a\xffb', 'ascii'), (b'\x81', 'cp1252'), (b'\x00', 'utf-16'), (b'\x00\xd8', 'utf-16-le'), (b'\x00\xdc', 'utf-16-le'), (b'\xff\xff\xff\xff', 'utf-32-le'), (b'abc', 'utf-32'), (b'\\x4', 'unicode_escape'), (b'\\u12', 'raw_unicode_escape'), (b'\\', 'unicode_escape')]:
    try: print(b.decode(e))
    except UnicodeDecodeError as x: print(e, x)
    print(ascii(b.decode(e, 'replace')), ascii(b.decode(e, 'backslashreplace')), ascii(b.decode(e, 'ignore')))
