# templates of sub: the same one again, another one, groups that took no part, subclasses of str, bytes and errors
import re


class Text(str):
    pass


words = re.compile(r'(?P<first>\w)(\w)?')
for template in (r'<\2\1>', r'<\2\1>', r'\g<first>.', r'[\g<0>]', Text(r'(\1)'), r'<\2\1>'):
    for text in ('ab c', '', '--', 'äb', Text('xyz')):
        print(repr(words.sub(template, text)), words.subn(template, text, 1))
for template in (r'\3', r'\g<none>', '\\'):
    for text in ('ab', 'ab', ''):
        try:
            print(words.sub(template, text))
        except (re.PatternError, IndexError, TypeError) as e:
            print(type(e).__name__, e)
raw = re.compile(rb'(a)|(b)')
for text in (b'abc', bytearray(b'abc'), memoryview(b'cba')):
    print(raw.sub(rb'<\1|\2>', text), raw.sub(bytearray(rb'<\1>'), text))
print(re.sub(r'(?<=(a))b', r'\1\n', 'abab'), words.match('ab').expand(r'\2\1'), words.search('-z').expand(r'\2\1'))
total = 0
for i in range(2000):
    total += len(words.sub(r'<\2\1>' if i % 3 else '<' + r'\1>', 'ab c'))
print(total)
