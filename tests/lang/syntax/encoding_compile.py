# Bytes given to compile(): where the encoding is declared, how it may be spelt, what goes wrong.
for source in [b'#\n# coding: cp1252\nprint(ascii("\x80"))', b'\n\n# coding: cp1252\nprint("\x80")', b'# coding: foo\nx',
               b'# coding: ascii\nx="\x81"', b'# coding: hex\nx', b'\xef\xbb\xbf# coding: UTF-8\nprint(2)',
               b'\xef\xbb\xbf# coding: latin-1\nx', b'#\n#\n x = "\xff"', b'# coding: UTF_8_variant\nprint(ascii("\xc3\xa9"))',
               b'# coding: latin_1-foo\nprint(ascii("\xc3\xa9"))', b'# coding = cp1252\nprint("\x80")',
               b'\x0c# vim: set fileencoding=cp1252 :\nprint(ascii("\x80"))', b'# coding=cp1252\rprint(ascii("\x80"))']:
    try:
        exec(compile(source, "f", "exec"))
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.filename, e.lineno, e.offset, ascii(e.text))
