# repr, ascii and what is printable.
for s in ["it's", 'say "hi"', '''both ' and "''', 'tab\tnl\ncr\r\\', '\x00\x1f\x7f\x80\xa0\xad', 'é日😀', '\u2028\u200b\ud800\U000e0001\uffff']:
    print(ascii(repr(s)), ascii(s))
for b in [b"it's", b'say "hi"', b"both ' and \"", b'\t\n\r\\\x00\xff~', bytearray(b"it's"), bytearray(b'"')]:
    print(repr(b), str(b) == repr(b))
