# unicodedata: random text with marks, Hangul and compatibility characters in all normal forms
import random
import unicodedata as u

random.seed(4)
ranges = (0xc0, 0x250), (0x300, 0x370), (0x1e00, 0x2000), (0xac00, 0xac40), (0x1100, 0x1200), (0xfb00, 0xfb50), (0x900, 0xa00)
pool = [chr(c) for r in ranges for c in range(*r)]
for i in range(60):
    s = "".join(random.choice(pool) for _ in range(random.randrange(1, 8)))
    forms = [u.normalize(form, s) for form in ("NFC", "NFD", "NFKC", "NFKD")]
    print(ascii(s), *map(ascii, forms), u.is_normalized("NFC", s), u.normalize("NFC", forms[1]) == forms[0])
