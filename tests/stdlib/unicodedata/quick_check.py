# normalize() returns text that is normal already as it is; long runs of marks; the arguments.
import unicodedata as u

for form in 'NFC', 'NFD', 'NFKC', 'NFKD':
    for text in 'plain', 'caf\xe9', 'cafe\u0301', '\ufb01', '\u65e5\u672c', '\uac00', '\u1100\u1161', 'a\u0327\u0301', 'a\u0301\u0327', '':
        found = u.normalize(form, text)
        print(form, ascii(text), found is text, u.is_normalized(form, text), u.is_normalized(form, found))

marks = '\u0301\u0327\u0323\u0315\u05b0' * 400
for form in 'NFC', 'NFD':
    found = u.normalize(form, 'a' + marks + 'b')
    print(form, len(found), ascii(found[:3]), ascii(found[-3:]), [u.combining(c) for c in found[::300]])
print(u.normalize('NFC', 'e\u0301' * 1000) == '\xe9' * 1000, u.normalize('NFD', '\uac01' * 1000) == '\u1100\u1161\u11a8' * 1000)

for function in u.normalize, u.is_normalized:
    for arguments in (), ('NFC',), ('NFC', 'a', 'b'), ('nfc', 'a'), ('', '\xe9'), ('NFC', b'a'), (None, 'a'), ('NFC', None), ('XX', ''):
        try:
            print(ascii(function(*arguments)))
        except Exception as e:
            print(type(e).__name__, e)
for call in ('u.name("\ud800", "none")', 'u.lookup("\ud800")', 'u.digit(chr=5)', 'u.category()', 'u.numeric("\u0bf2")',
             'u.decimal("x", default=1)', 'u.combining("ab")', 'u.lookup(b"SPACE")', 'u.lookup("LATIN SMALL LETTER \xe9")'):
    try:
        print(ascii(eval(call)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))
for name in b'SPACE', b'NO SUCH', bytearray(b'DIGIT ONE'), 5, None, 'A' * 300, b'\xff':
    try:
        print(ascii(u.lookup(name)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e))[:200])
