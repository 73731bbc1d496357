# Up to 32 places are noted before anything is copied, more are not; against parts that are put together by hand.
def by_hand(s, old, new, most):
    parts = []
    while most and (i := s.find(old)) >= 0:
        parts += s[:i], new
        s, most = s[i + len(old):], most - 1
    return "".join(parts) + s

wrong = counted = 0
for piece in "a", "é", "€", "😀":
    for n in 1, 15, 16, 17, 31, 32, 33, 64, 65:
        for gap in "", "b", "bcd" * 4:
            for old, new in (piece, "xy"), (piece, ""), (piece + "b", "z"), ("bcdb", "€"), (piece + gap + piece, "q" * 40):
                s = (piece + gap) * n
                for most in -1, 1, 31, 32, 33:
                    r, expected = s.replace(old, new, most), by_hand(s, old, new, most)
                    wrong += r != expected or hash(r) != hash(expected) or r.isascii() != expected.isascii()
                if s.count(old) != len(s.split(old)) - 1 or s.encode().count(old.encode()) != s.count(old):
                    wrong += 1
                counted += s.count(old)
print(wrong, counted)
print("a".replace("a", ""), "ab".replace("b", ""), "aaab".replace("aa", ""), ("a" * 33).replace("a", "") == "")
print("xaax".replace("aa", "a"), "ab".replace("ab", "c"))
