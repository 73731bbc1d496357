# ndiff, restore, and the formats of diff -u and diff -c
import difflib

a = "one\ntwo\nthree\n\tfour five\nsix\n".splitlines(True)
b = "ore\ntree\nemu\n\tfour  five\nsix\n".splitlines(True)
delta = list(difflib.ndiff(a, b))
print("".join(delta))
print("".join(difflib.restore(delta, 1)) == "".join(a), "".join(difflib.restore(delta, 2)) == "".join(b))
print("".join(difflib.unified_diff(a, b, "old", "new", "then", "now", n=1)))
print("".join(difflib.context_diff(a, b, "old", "new", n=1)))
print(*difflib.diff_bytes(difflib.unified_diff, [b"a\xff"], [b"b"], b"x", b"y", lineterm=b""))
print(list(difflib.unified_diff([], ["x"], lineterm="")))
for wrong in (lambda: list(difflib.unified_diff("a", ["b"])), lambda: list(difflib.unified_diff([b"a"], ["b"])),
              lambda: list(difflib.restore(delta, 3)), lambda: list(difflib.diff_bytes(difflib.unified_diff, ["a"], []))):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
