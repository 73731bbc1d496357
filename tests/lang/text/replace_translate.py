# replace, translate, maketrans, expandtabs.
print('banana'.replace('a', 'o'), 'banana'.replace('a', 'o', 2), 'banana'.replace('an', ''), 'abc'.replace('', '-'))
print('abc'.replace('', '-', 2), 'aaa'.replace('aa', 'b'), '日本'.replace('日本', 'jp').isascii(), 'abc'.replace('b', '日'), 'x'.replace('x', 'x' * 5, count=0))
print('hello'.translate({104: 'H', ord('e'): None, ord('l'): 'LL', 111: 48}), 'hello'.translate(str.maketrans('hl', 'HL', 'o')))
print('abc'.translate(str.maketrans({'a': 'x', 98: None})), 'a\u0100'.translate({0x100: 'é'}))
class T:
    def __getitem__(self, c):
        if c == 97: raise LookupError
        return chr(c + 1)
print('abc'.translate(T()))
print('a\tb\tc'.expandtabs(4), 'ab\tc\n\td'.expandtabs(), repr('\ta'.expandtabs(0)), 'abc\t'.expandtabs(-1))
