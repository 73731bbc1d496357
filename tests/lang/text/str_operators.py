# + * in [] and comparison of strings.
s = "aé€\U0001F600"
print(s + "x", s * 2, 0 * s, s * -1, s[0], s[-1], s[1:3], s[::-1], s[::2], s[10:], "é€" in s, "" in s, "x" not in s, s < "b", s > "aé", s == "aé€\U0001F600", s != s, "a" <= "a", "" < "a", "Z" < "a", "\uffff" < "\U00010000")
for call in [lambda: s + 1, lambda: 1 + s, lambda: s + b"a", lambda: s * "2", lambda: s * 1.5, lambda: s[10], lambda: s["a"], lambda: s[1.0], lambda: s[::0], lambda: 1 in s, lambda: b"a" in s, lambda: s < 1, lambda: s - "a", lambda: -s, lambda: s[2**70], lambda: s.__setitem__, lambda: exec("s[0] = 'x'"), lambda: exec("del s[0]")]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
for call in (lambda: s * 2**62, lambda: s * 2**63):
    try:
        call()
    except (OverflowError, MemoryError) as e:
        print(type(e).__name__)
