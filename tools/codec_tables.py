"""Writes interp/object/codec_tables.c: the encodings of one byte a character, as the Python that runs this has them.

    python3.14 tools/codec_tables.py > interp/object/codec_tables.c
"""
import encodings.aliases

NAMES = """cp037 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp737 cp775 cp850 cp852 cp855 cp857
cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7
iso8859_8 iso8859_9 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 koi8_r koi8_u mac_roman
mac_cyrillic""".split()
PYTHON_NAMES = {name: name.replace("_", "-") for name in NAMES if name.startswith(("iso", "koi", "mac"))}

print("/* The encodings of one byte a character. Written by tools/codec_tables.py; do not edit. */")
print('#include "interp/object/codec_tables.h"')
print("// clang-format off")
print("\nconst CharTable codec_tables[] = {")
for name in NAMES:
    aliases = sorted(a for a, of in encodings.aliases.aliases.items() if of == name)
    print(f'    {{"{PYTHON_NAMES.get(name, name)}", " {" ".join([name] + aliases)} ", {{')
    line = "       "
    for code in range(256):
        char = bytes([code]).decode(name, "replace")
        cell = f" {0xFFFE if char == chr(0xFFFD) else ord(char):#x},"
        if len(line) + len(cell) > 118:
            print(line)
            line = "       "
        line += cell
    print(line)
    print("    }},")
print("};")
print(f"const int codec_tables_count = {len(NAMES)};")
