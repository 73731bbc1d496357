# Sets made of the keys of a dict, groups of what has __getitem__ alone, iterators over subclasses of str.
keys = {97: 1, (-256, None): 2, True: 3, 2**61: 4}.keys()
print(keys - {5}, keys | {5}, keys ^ {True}, {1} | keys, sorted(keys & {True, 97}))
class Three:
    def __getitem__(self, i): return [1, 2, 3][i]
try: ExceptionGroup('', Three())
except ValueError as e: print(e)
class S(str): pass
print(type(iter(S('a'))).__name__, type(iter('a')).__name__, type(iter('é')).__name__, list(iter(S('abc'))))
