# Words, lines and separators wherever the blocks of 16 and 64 characters end that are looked at at once.
def words(s):
    found, word = [], ""
    for c in s:
        if c.isspace():
            if word: found.append(word)
            word = ""
        else:
            word += c
    return found + [word] if word else found

wrong = 0
for gap in " ", "\t\n", "\x1c", "\x85", "\xa0 ":
    for n in range(0, 140, 3):
        for left in range(0, 70, 9):
            s = gap * (left % 4) + "x" * left + gap + "y" * n + gap * (n % 3)
            wrong += s.split() != words(s)
            wrong += (s + "\u20ac").split() != words(s + "\u20ac")
            if s.isascii():
                b = s.encode().replace(b"\x1c", b" ")
                wrong += b.split() != [w.encode() for w in words(b.decode())]
print(wrong)
print("  a  b c ".split(None, 0), "  a  b c ".split(None, 1), "  a  b c ".split(None, 9), "".split(), " ".split())
print(b"  a  b c ".split(None, 0), b"  a  b c ".split(None, 1), b"  a  b c ".split(None, 9), b"\x1ca\x0bb".split())
text = "\n".join("z" * n for n in range(40)) + "\r\n" + "é\x85f\x0bg\x1eh\x1fi\rj\n"
print([len(l) for l in text.splitlines()], text.splitlines(True)[-6:])
data = b"\n".join(b"z" * n for n in range(40)) + b"\r\n\x0b\x85\r\n\rk"
print([len(l) for l in data.splitlines()], data.splitlines(True)[-4:])
