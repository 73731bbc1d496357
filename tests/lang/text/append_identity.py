# s += x grows in place when nobody else has s, and never when somebody has.
s = 'ab' * 100
t = s
s += 'c'
print(len(s), len(t), t is s)
def build(n, piece):
    s = ''
    for _ in range(n): s += piece
    return s
print(len(build(100_000, 'ab')), build(3, 'é'), build(2, '日') + 'x', hash(build(4, 'ab')) == hash('abababab'))
d = {}
s = 'key'
for i in range(3):
    s += str(i)
    d[s] = i
    s += '-'
print(d)
x = y = 'q' * 50
x += x
print(len(x), len(y), x[:50] is y)
