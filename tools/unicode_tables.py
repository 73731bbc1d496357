"""Writes interp/object/unicode_tables.c: what utf8proc does not know of Unicode 16.

    cc -o /tmp/dump tools/unicode_dump.c -lutf8proc && /tmp/dump | python3.14 tools/unicode_tables.py

Standard input has a line for each code point, as utf8proc sees it (tools/unicode_dump.c). The rest comes from the
Python that runs this script: only the differences are written.
"""
import sys
import unicodedata

assert unicodedata.unidata_version == "16.0.0"

CATEGORIES = "Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co".split()
KNOWN = [[int(n) for n in line.split()] for line in sys.stdin]
EVERY = range(0x110000)


def ranges(points, key=lambda c: 0):
    """Joins neighbours with the same key: (first, last, key)."""
    joined = []
    for c in points:
        if joined and joined[-1][1] == c - 1 and joined[-1][2] == key(c):
            joined[-1][1] = c
        else:
            joined.append([c, c, key(c)])
    return joined


def emit(declaration, rows):
    print(f"\n{declaration} = {{")
    line = "   "
    for row in rows:
        if len(line) + len(row) > 119:
            print(line)
            line = "   "
        line += " " + row
    print(line)
    print("};")


def emit_ranges(name, comment, differs):
    print(f"\n/* {comment} */", end="")
    found = ranges([c for c in EVERY if differs(chr(c))])
    emit(f"const UnicodeRange {name}[]", [f"{{{a:#x}, {b:#x}}}," for a, b, _ in found])
    print(f"const int {name}_count = {len(found)};")


def category(ch):
    return unicodedata.category(ch)


def is_case_ignorable(ch):
    """Seen through the rule of the final sigma: a cased letter, this, sigma."""
    return ("A" + ch + "\u03a3").lower()[-1] == "\u03c2" and ("." + ch + "\u03a3").lower()[-1] != "\u03c2"


print("/* What utf8proc does not know of Unicode 16, and the properties that it does not have.")
print(" * Written by tools/unicode_tables.py; do not edit. */")
print('#include "interp/object/unicode_tables.h"')
print('#include "interp/object/unicode.h"')
print("// clang-format off")

print("\n/* Categories of the characters that are newer than utf8proc's tables. */", end="")
changed = ranges([c for c in EVERY if category(chr(c)) != CATEGORIES[KNOWN[c][0]]], lambda c: category(chr(c)))
emit("const UnicodeCategoryRange unicode_new_category[]", [f"{{{a:#x}, {b:#x}, {CATEGORIES.index(k)}}}," for a, b, k in changed])
print(f"const int unicode_new_category_count = {len(changed)};")

CASED = "Ll Lu Lt".split()
LETTERS = "Lu Ll Lt Lm Lo".split()
START = LETTERS + ["Nl"]
emit_ranges("unicode_other_lower", "Lower case, though not in category Ll.", lambda s: s.islower() != (category(s) == "Ll"))
emit_ranges("unicode_other_upper", "Upper case, though not in category Lu.", lambda s: s.isupper() != (category(s) == "Lu"))
emit_ranges("unicode_other_ignorable", "Exceptions from: case-ignorable is Mn, Me, Cf, Lm, Sk.",
            lambda s: is_case_ignorable(s) != (category(s) in "Mn Me Cf Lm Sk".split()))
emit_ranges("unicode_other_start", "Exceptions from: identifiers start with a letter, Nl or _.",
            lambda s: s.isidentifier() != (category(s) in START or s == "_"))
emit_ranges("unicode_other_continue", "Exceptions from: they go on with those, Mn, Mc, Nd, Pc.",
            lambda s: ("a" + s).isidentifier() != (category(s) in START + "Mn Mc Nd Pc".split()))
emit_ranges("unicode_other_digit", "Digits that are not decimal.", lambda s: s.isdigit() and not s.isdecimal())
emit_ranges("unicode_other_numeric", "Numeric, though not in category Nd, Nl or No; or in one and not numeric.",
            lambda s: s.isnumeric() != (category(s) in "Nd Nl No".split()))

print("\n/* Case mappings that utf8proc lacks or that give several characters: up to three, 0 fills up. */", end="")
rows = []
for c in EVERY:
    if 0xD800 <= c < 0xE000:
        continue
    s = chr(c)
    fold = "".join(map(chr, KNOWN[c][5:]))
    pairs = [(s.upper(), chr(KNOWN[c][1])), (s.lower(), chr(KNOWN[c][2])), (s.title(), chr(KNOWN[c][3])), (s.casefold(), fold)]
    for mapping, (ours, theirs) in zip("UPPER LOWER TITLE FOLD".split(), pairs):
        if ours != theirs:
            chars = [f"{ord(x):#x}" for x in ours] + ["0"] * (3 - len(ours))
            rows.append(f"{{{c:#x}, UNICODE_{mapping}, {{{', '.join(chars)}}}}},")
emit("const UnicodeMapping unicode_mappings[]", rows)
print(f"const int unicode_mappings_count = {len(rows)};")

for name, mapping in ("lower", str.lower), ("upper", str.upper):
    print(f"\n/* The {name} case of the Latin, Greek, Cyrillic and Armenian letters; 0: not so simple. */", end="")
    simple = [mapping(chr(c)) for c in range(0x590)]
    emit(f"const uint16_t unicode_simple_{name}[UNICODE_CASE_TABLE]",
         [f"{ord(s) if len(s) == 1 and chr(c) != chr(0x3A3) else 0:#x}," for c, s in enumerate(simple)])

print("\n/* A bit for each 256 characters: are all of them printable? */", end="")
full = [all(chr(c).isprintable() for c in range(page, page + 256)) for page in range(0, 0x110000, 256)]
words = [sum(bit << i for i, bit in enumerate(full[at:at + 32])) for at in range(0, len(full), 32)]
emit("const uint32_t unicode_all_printable[]", [f"{word:#x}," for word in words])
