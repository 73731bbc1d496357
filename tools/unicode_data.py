"""Writes stdlib/unicodedata/_data.py from the unicodedata of a python3.14: python3.14 tools/unicode_data.py >FILE

Three parts of lines with an empty line behind each, compressed and in Base64: runs of characters with equal properties,
decompositions (a + in front: the two compose again), and numeric values."""

import base64
import sys
import unicodedata as u
import zlib

runs, decompositions, numbers, before = [], [], [], None
for c in map(chr, range(sys.maxunicode + 1)):
    now = f'{u.category(c)};{u.bidirectional(c)};{u.combining(c)};{u.mirrored(c)};{u.east_asian_width(c)}'
    if now != before:
        runs.append(f'{ord(c):X};{now}')
        before = now
    mapping = u.decomposition(c)
    if mapping and not '\uac00' <= c <= '\ud7a3':  # those of Hangul follow a rule
        pair = mapping[0] != '<' and ' ' in mapping
        composes = pair and u.normalize('NFC', ''.join(chr(int(x, 16)) for x in mapping.split())) == c
        decompositions.append(f'{ord(c):X};{"+" if composes else ""}{mapping}')
    value = u.numeric(c, None)
    if value is not None:
        digits = ';'.join('' if x is None else str(x) for x in (u.digit(c, None), u.decimal(c, None)))
        numbers.append(f'{ord(c):X};{value!r};{digits}')
text = '\n\n'.join('\n'.join(part) for part in (runs, decompositions, numbers))
data = base64.b64encode(zlib.compress(text.encode(), 9)).decode()
print(f'"""Written by tools/unicode_data.py from Unicode {u.unidata_version}."""\n')
print(f"version = '{u.unidata_version}'\n\ndata = (")
for i in range(0, len(data), 110):
    print(f"    '{data[i:i + 110]}'")
print(')')
