# Equality and items of texts in a loop that is compiled: equal, unlike, of another kind, of a subclass, out of range.
class Text(str):
    def __eq__(self, other): return "own"
    def __getitem__(self, i): return "own"
    __hash__ = None

def compare(pairs, rounds):
    for _ in range(rounds):
        answers = [(a == b, a != b, a < b) for a, b in pairs]
    return answers

def items(texts, places, rounds):
    for _ in range(rounds):
        found = [t[i] for t in texts for i in places]
    return found

print(compare([("ab", "a" + "b"), ("ab", "ac"), ("ab", "abc"), ("é", "e"), ("€x", "€y"), ("", "")], 500))
print(compare([("a", Text("a")), (Text("a"), "a"), ("a", "a")], 3))
print(items(["abc", "äöü", "€uro", "\U0001f600ab"], [0, 1, -1, True], 500))
print(items([Text("abc"), "abc"], [0, 2], 500))
for i in 3, -4, 10 ** 20:
    try:
        items(["abc"], [i], 1)
    except IndexError as e:
        print(e)
try:
    items(["abc"], ["x"], 1)
except TypeError as e:
    print(e)
print("abc" == 1, "abc" != None)
