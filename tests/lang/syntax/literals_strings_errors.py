# Malformed strings: message and place.
for source in ["'", '"abc', "'''abc", "'abc\n'", "b'é'", "b'a' 'b'", "'a' b'b'", r"'\x1'", r"'\u123'", r"'\U12345678'", r"'\N{nope}'",
               r"'\N'", r"'\N{'", r"b'\x1'", "ur''", "bu''", "f'a' b'b'", r"r'\'", "''' '", "'a' 'b", "x'a'", "'\\"]:
    try:
        compile(source, "f", "eval")
        print(source, "fine")
    except SyntaxError as e:
        print(repr(source), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
