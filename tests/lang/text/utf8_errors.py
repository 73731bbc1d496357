# Invalid UTF-8: where it is, why, and what each handler makes of it.
for b in [b'\x80', b'\xc0\x80', b'\xc3', b'\xe2\x82', b'\xed\xa0\x80', b'\xf0\x9f\x98', b'\xf4\x90\x80\x80', b'\xff', b'a\xe2\x28\xa1b', b'\xf0\x28\x8c\xbc']:
    try: b.decode()
    except UnicodeDecodeError as e: print(e, e.start, e.end)
    print([ascii(b.decode('utf-8', h)) for h in ('ignore', 'replace', 'backslashreplace', 'surrogateescape')])
print(ascii(b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass')), '\ud800'.encode('utf-8', 'surrogatepass'))
print(b'\xff\xfea'.decode('utf-8', 'surrogateescape').encode('utf-8', 'surrogateescape'))
try: 'a\ud800\udfffb'.encode()
except UnicodeEncodeError as e: print(e, e.object == 'a\ud800\udfffb', e.reason)
