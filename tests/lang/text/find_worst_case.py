# Texts made to defeat a simple search take no longer than others, and wide text is found in narrow and the other way.
n = 200_000
print(('a' * n).find('a' * 1000 + 'b'), ('ab' * n).find('ab' * 500 + 'c'), ('a' * n + 'b').find('a' * 5000 + 'b'))
print(('é' * n).count('é' * 3 + 'x'), ('\u4e00' * n).find('\u4e00' * 2000 + '\u4e01'), ('a' * n).count('aa'))
print('日本語 text'.find('text'), 'text'.find('語'), 'héllo wörld'.rfind('ö'), '😀a😀b'.find('😀b'), 'x\u0100'.find('\u0100'))
print(('ab' * n).replace('aba', 'x').count('x'), len(('a' * n).split('aa')))
