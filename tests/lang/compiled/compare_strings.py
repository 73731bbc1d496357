# == and != of strings in hot loops: of classes derived from str, with and without a comparison of their own, and of other things
class Symbol(str):
    pass
class Odd(str):
    def __eq__(self, other):
        return "odd"
    def __ne__(self, other):
        return ""
    __hash__ = str.__hash__

def count(pairs, rounds):
    equal = different = 0
    for _ in range(rounds):
        for a, b in pairs:
            if a == b:
                equal += 1
            if a != b:
                different += 1
            if not a == "if":
                equal += 1000
            if b + "" == a[:]:
                different += 1000
    return equal, different

words = ["if", "".join(["i", "f"]), "is", "", "".join([]), "x", "y", "été", "\u20ac" * 2, "\u20ac\u20ad", "a" * 70, "a" * 69 + "b"]
pairs = [(a, b) for a in words for b in words]
print(count(pairs, 5))
symbols = [(Symbol(a), b) for a, b in pairs] + [(a, Symbol(b)) for a, b in pairs]
print(count(symbols, 3))
odd = [(Odd(a), b) for a, b in pairs] + [(a, Odd(b)) for a, b in pairs]
print(count(odd, 3))
def mixed(values, rounds):
    n = 0
    for _ in range(rounds):
        for a in values:
            for b in values:
                if a == b:
                    n += 1
                if a != b:
                    n += 100
    return n
print(mixed(["a", b"a", 1, 1.0, None, Symbol("a"), ("a",), "1"], 20))
