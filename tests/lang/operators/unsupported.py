# Operands that do not go together.
class A: pass
a = A()
for code in '''
1 + 'a'
'a' + 1
[1] + (2,)
b'a' + 'b'
'a' * 'b'
2.0 * [1]
'a' * 10**30
'ab' * 2**62
a @ a
pow('a', 2)
pow(2, 'a', 3)
pow(2.0, 2, 3)
divmod('a', 1)
-'a'
~1.5
abs('a')
1 < 'a'
1j >= 1
a < a
[1] < ['a']
print >> 1
len(5)
5[1]
int[5]
1 in 5
iter(5)
next(5)
[*5]
5()
math()
isinstance(1, 5)
issubclass(1, int)
hash([])
range(1.0)
[1, 2][1.5:]
int([])
float([])
'''.strip().splitlines():
    try:
        eval(code, {'a': a, 'math': __import__('math')})
    except Exception as e:
        print(f'{code:20} {type(e).__name__}: {e}')

x = 'a'
for statement in 'x -= 1', 'x += 1', 'x *= "b"', 'x **= 2', 'a //= 1', 'del x[0]', 'x[0] = 1', 'del a[0]', "del a['k']":
    try:
        exec(statement)
    except TypeError as e:
        print(f'{statement:20} {e}')
