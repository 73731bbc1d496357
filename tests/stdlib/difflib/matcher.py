# SequenceMatcher: blocks, opcodes and ratios; close matches
import difflib

m = difflib.SequenceMatcher(lambda c: c == " ", "private Thread currentThread;", "private volatile Thread currentThread;")
print(m.get_matching_blocks())
print(m.get_opcodes())
print(round(m.ratio(), 3), round(m.quick_ratio(), 3), round(m.real_quick_ratio(), 3))
print(m.find_longest_match(0, 5, 0, 5))
print(difflib.SequenceMatcher(a="", b="").ratio())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
print(difflib.get_close_matches("wheel", ["while", "well", "heel"], n=1, cutoff=0.5))
for wrong in ({"n": 0}, {"cutoff": 2}):
    try:
        difflib.get_close_matches("a", ["b"], **wrong)
    except ValueError as e:
        print(e)
print(list(difflib.SequenceMatcher(None, range(40), [*range(15), 99, *range(16, 40)]).get_grouped_opcodes(2)))
