# t-strings that are wrong.
for source in ["t'{}'", "t'{x'", "t'}'", "t'a' 'b'", "'a' t'b'", "t'a' f'b'", "f'a' t'b'", "t'a' b'b'", "bt''", "ut''", "ft''", "t'{x!z}'", "t'{lambda: 1}'", "t'{x:{y:{z:{w}}}}'", "t'''{x", "t'", "t'{a b}'", "t'{x!r' ", "t'\\N{x'",
               "t'{*x}'", "t'{}' t'{x}'", "t'{x}' 'a' f'{x}'"]:
    try:
        compile(source, "f", "eval")
        print(source, "fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)
