"""Writes interp/object/unicode_names.z: the names of characters, for unicode_names.c.

    python3.14 tools/unicode_names.py /usr/share/unicode

The names are those of the Python that runs this. Aliases and sequences, which unicodedata cannot list, come from the
files of the Unicode database in the folder given; those that unicodedata does not know are left out.

The file is compressed (zlib) text of four parts, with an empty line behind each:

    HEX;NAME            a character, in rising order
    HEX..HEX;PREFIX-    a range of characters whose names are the prefix and their number
    HEX;ALIAS           another name of a character
    HEX HEX;NAME        a sequence of characters
"""
import pathlib
import sys
import unicodedata
import zlib

assert unicodedata.unidata_version == "16.0.0"
folder = pathlib.Path(sys.argv[1])
named, ranges, aliases, sequences = [], [], [], []

for c in range(0x110000):
    name = unicodedata.name(chr(c), "")
    prefix = name.removesuffix(f"{c:X}")
    if not name or name.startswith("HANGUL SYLLABLE "):
        continue
    if prefix == name:
        named.append(f"{c:X};{name}")
    elif ranges and ranges[-1][1:] == [c - 1, prefix]:
        ranges[-1][1] = c
    else:
        ranges.append([c, c, prefix])


def rows(file):
    for line in (folder / file).read_text().splitlines():
        if line and not line.startswith("#"):
            yield [field.strip() for field in line.split(";")]


def known(name):
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return None


for code, alias, _ in rows("NameAliases.txt"):
    if known(alias) == chr(int(code, 16)):
        aliases.append(f"{int(code, 16):X};{alias}")
for name, codes in rows("NamedSequences.txt"):
    if known(name) == "".join(chr(int(code, 16)) for code in codes.split()):
        sequences.append(f"{codes};{name}")

parts = [named, [f"{a:X}..{b:X};{prefix}" for a, b, prefix in ranges], aliases, sequences]
text = "".join("".join(line + "\n" for line in part) + "\n" for part in parts)
target = pathlib.Path(__file__).parent.parent / "interp/object/unicode_names.z"
target.write_bytes(len(text).to_bytes(4, "little") + zlib.compress(text.encode(), 9))
print([len(part) for part in parts], len(text), target.stat().st_size)
