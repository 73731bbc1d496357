"""Writes stdlib/unicodedata.z, the tables of the module unicodedata: python3.14 tools/unicode_data.py FILE

All comes from the unicodedata of the Python that runs this. Four bytes with the size, then, compressed, what
stdlib/unicodedata_parts.h describes as UnicodeData: the numbers of entries, and the tables one behind the other.
"""

import struct
import sys
import unicodedata as u
import zlib

assert u.unidata_version == '16.0.0'

CANONICAL, COMPATIBLE, NOT_C, MAYBE_C, NOT_KC, MAYBE_KC = (1 << i for i in range(6))
BLOCK = 128
HANGUL, SYLLABLES = 0xac00, 11172
characters = [chr(c) for c in range(sys.maxunicode + 1)]


def is_hangul(c):
    return 0 <= ord(c) - HANGUL < SYLLABLES


# Decompositions; those of Hangul follow a rule.
tags, keys, starts, parts = [''], [], [], []
compositions = []
for c in characters:
    mapping = u.decomposition(c)
    if not mapping or is_hangul(c):
        continue
    tag, codes = mapping.split(' ', 1) if mapping[0] == '<' else ('', mapping)
    if tag not in tags:
        tags.append(tag)
    codes = [int(code, 16) for code in codes.split()]
    keys.append(ord(c))
    starts.append(len(parts) | tags.index(tag) << 24)
    parts += codes
    if not tag and len(codes) == 2 and u.normalize('NFC', ''.join(map(chr, codes))) == c:
        compositions.append((*codes, ord(c)))
starts.append(len(parts))
compositions.sort()
seconds = {second for _, second, _ in compositions} | set(range(0x1161, 0x1176)) | set(range(0x11a8, 0x11c3))


# What a character is in a text that may be normal: MAYBE where it may join the one in front of it.
def flags(c):
    mapping = u.decomposition(c)
    f = 0
    if is_hangul(c):
        f |= CANONICAL | COMPATIBLE
    if mapping:
        f |= COMPATIBLE if mapping[0] == '<' else CANONICAL | COMPATIBLE
    for form, no, maybe in ('NFC', NOT_C, MAYBE_C), ('NFKC', NOT_KC, MAYBE_KC):
        if u.normalize(form, c) != c:
            f |= no
        elif ord(c) in seconds:
            f |= maybe
    return f


records, blocks, index, ids = {}, {}, [], []
for c in characters:
    record = struct.pack('<2s4s2s3Bx', u.category(c).encode(), u.bidirectional(c).encode(),
                         u.east_asian_width(c).encode(), u.combining(c), u.mirrored(c), flags(c))
    ids.append(records.setdefault(record, len(records)))
for i in range(0, len(ids), BLOCK):
    index.append(blocks.setdefault(tuple(ids[i:i + BLOCK]), len(blocks)))

numbers = [(c, u.numeric(c), u.digit(c, -1), u.decimal(c, -1)) for c in characters if u.numeric(c, None) is not None]

tables = [
    struct.pack(f'<{len(numbers)}d', *(n[1] for n in numbers)),
    struct.pack(f'<{len(numbers)}I', *(ord(n[0]) for n in numbers)),
    struct.pack(f'<{len(keys)}I', *keys),
    struct.pack(f'<{len(starts)}I', *starts),
    struct.pack(f'<{len(parts)}I', *parts),
    b''.join(struct.pack('<3I', *triple) for triple in compositions),
    b''.join(struct.pack('16s', tag.encode()) for tag in tags),
    b''.join(records),
    struct.pack(f'<{len(index)}H', *index),
    b''.join(struct.pack(f'<{BLOCK}H', *block) for block in blocks),
    b''.join(struct.pack('<2b', *n[2:]) for n in numbers),
]
counts = [len(numbers), len(keys), len(parts), len(compositions), len(tags), len(records), len(index), len(blocks)]
data = struct.pack('<8I', *counts) + b''.join(tables)
with open(sys.argv[1], 'wb') as f:
    f.write(struct.pack('<I', len(data)) + zlib.compress(data, 9))
print(len(data), counts)
