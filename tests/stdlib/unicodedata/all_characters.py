# unicodedata: all properties of all characters, their normal forms, and what normal forms say of pairs, as checksums.
import unicodedata as u
import zlib

forms = 'NFC', 'NFD', 'NFKC', 'NFKD'


def checksum(name, texts):
    crc = 0
    for text in texts:
        crc = zlib.crc32(text.encode('utf-8', 'surrogatepass'), crc)
    print(name, f'{crc:08x}')


every = [chr(c) for c in range(0x110000)]
some = [c for c in every if u.category(c) != 'Cn' and not '\u3400' <= c <= '\U00010000' and not c >= '\U0001d200']
for name in 'category', 'bidirectional', 'combining', 'mirrored', 'east_asian_width':
    f = getattr(u, name)
    checksum(name, (f'{f(c)}' for c in every))
for name in 'decomposition', 'digit', 'decimal', 'numeric':
    f = getattr(u, name)
    extra = () if name == 'decomposition' else (None,)
    checksum(name, (f'{f(c, *extra)} ' for c in some + every[0xac00:0xac80] + every[0xf900:0xfb00] + every[0x20000:0x20100]))
for form in forms:
    checksum(form, (u.normalize(form, c) for c in every))
    checksum('is ' + form, (str(u.is_normalized(form, c)) for c in some))

marks = [c for c in some if u.combining(c)][::3] + ['\u1161', '\u11a8', '\u11a7', '\u11c3']
letters = list('aAo\xe9\u0401\u0958\u1100\u1112\uac00\uac01\u1e9b\u3042\u30ab') + marks[::20]
for form in forms:
    checksum('pairs ' + form, (u.normalize(form, a + b) for a in letters for b in marks))
    checksum('pairs are ' + form, (str(u.is_normalized(form, a + b)) for a in letters for b in marks))
    checksum('triples ' + form, (u.normalize(form, a + b + c) for a in letters for b in marks[::7] for c in marks[::5]))
