# Adjacent strings of all kinds are one; constants that are folded keep their values and errors.
print("a" 'b' """c""" r"\d" f"{1}" "{}" f"{{}}" rf"\{2}", b"a" b'b' rb"\c", ("x"
      "y"), "a" "b" * 2, "%s" "%s" % (1, 2), "a" "b"[0], len("a" "b"), "tab\t" r"\t")
print(1 + 2 * 3, -1 ** 2, 2 ** 10, "ab" * 3, (1, 2) + (3,), (1, 2)[0], "abc"[1:], not 1, ~5, 7 // 2, -7 % 3, 1 << 5, 0x10 | 1, 1.5 * 2, 1j * 1j, b"a" * 2, () * 3, "a" in "abc", 10 ** 20)
for make in lambda: 1 / 0, lambda: 1 % 0, lambda: "a" + 1, lambda: (1,)[2], lambda: 1 << -1, lambda: -"a", lambda: 2 ** -1, lambda: 0 ** -1, lambda: "a" * -1, lambda: 1.0 // 0, lambda: "%d" % "x":
    try:
        print(repr(make()))
    except Exception as e:
        print(type(e).__name__, e)
