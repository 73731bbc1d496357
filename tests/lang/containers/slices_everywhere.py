# Slices by variables: of types that take them apart at once and of types that see a slice object, in one place in turn.
class Seen:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)

class Letters(list):
    def __getitem__(self, key): return type(key).__name__, list.__getitem__(self, key)

class Three:
    def __index__(self): return 3
    def __repr__(self): return "3"

def part(o, i, j, k): return o[i:j], o[i:], o[:j], o[:], o[i:j:k], o[j::-1]

sequences = [list(range(7)), tuple("abcdefg"), "abcdäfg", b"abcdefg", bytearray(b"abcdefg"), range(7), Seen(),
             memoryview(b"abcdefg")[1:], Letters("abc"), [], (), ""]
for o in sequences * 2:
    for i, j, k in (1, 4, 2), (-3, -1, 1), (None, Three(), None), (5, 2, -2), (10 ** 30, -10 ** 30, -1):
        print(*(list(x) if type(x) is memoryview else x for x in part(o, i, j, k)))

def change(o, i, j, value):
    o[i:j] = value
    o[i + 1:] = value
    del o[:i]
    return o
for _ in range(3):
    print(change(list("abcdef"), 1, 3, "xyz"), change(bytearray(b"abcdef"), 1, 3, b"xyz"), change(Seen(), 1, 2, 3).__class__)
    l = [1, 2, 3]
    print(change(l, 1, 2, l))

class Shrinks:
    def __index__(self):
        victim.clear()
        return 2
victim = [1, 2, 3, 4]
print(victim[Shrinks():4], victim)

for o, i, j, k in ([1], "a", 2, 1), ((1,), 1, 2.5, 1), ("ab", 0, 1, 0), (5, 1, 2, 1), ({}, 1, 2, 1), (b"x", None, [], 1):
    for use in "o[i:j:k]", "o[i:j]", "o[i:j] = o", "o.__class__[i:j]":
        try:
            exec(use)
            print(use, "well")
        except (TypeError, ValueError, KeyError) as e:
            print(type(o).__name__, use, type(e).__name__, e)

class Dies:
    def __del__(self): print("dies")
def replace():
    items = [Dies(), 1, Dies()]
    items[0:len(items) - 1] = [2]
    print(len(items))
    return items[len(items) - 1:]
replace()
