# \N{...} by name, alias and rule.
print('\N{GREEK SMALL LETTER ALPHA}\N{snowman}\N{LATIN SMALL LETTER SHARP S}\N{CJK UNIFIED IDEOGRAPH-65E5}\N{HANGUL SYLLABLE HAN}')
print(ascii('\N{LF}\N{NO-BREAK SPACE}\N{NBSP}\N{BYTE ORDER MARK}'), f'{1}\N{DIGIT TWO}', b'\N{x}')
print('é日한😀\x07'.encode('ascii', 'namereplace'))
for s in (r"'\N{nope}'", r"'\N'", r"'\N{}'", r"'\N{LATIN'"):
    try: eval(s)
    except SyntaxError as e: print(e.msg)
