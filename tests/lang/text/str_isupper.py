# str.isupper on characters that differ in their properties, and on strings of several.
characters = "aZ5 _-\t\x7f\xa0\xaa\xb2\xbd\xdf\xe9\u01c5\u02b0\u0300\u0345\u0661\u0e33\u1885\u2028\u2160\u24b6\u2468\u3000\u4e00\ud800\uffff\U0001d7ce\U0001f130\U0001f600\U00020000\U000e0001\U0010ffff"
print([f"{ord(c):x}" for c in characters if c.isupper()])
print(sum(chr(i).isupper() for i in range(0x3000)))
for s in ("", "abc", "ABC", "Abc Def", "a1", "12", "\u0661\u0662", " \n\u2003", "x\x00", "\u01c5x", "aB", "\xe9\xdf", "A\u02b0", "\u2160\u24b6", "\xb2\xb3", "\xbd", "Hello world", "1A", "1a"):
    print(ascii(s), s.isupper(), end="; ")
print()
try:
    "a".isupper(1)
except TypeError as e:
    print(e)
