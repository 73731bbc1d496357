# Objects that stand for numbers through __index__, __int__, __float__, and what they may return.
class Index:
    def __init__(self, value): self.value = value
    def __index__(self): return self.value
class Int:
    def __int__(self): return 12
class Float:
    def __init__(self, value): self.value = value
    def __float__(self): return self.value
print(int(Index(5)), float(Index(5)), hex(Index(255)), [10, 20, 30][Index(1)], range(Index(3)), 'a' * Index(3), int(Int()), float(Float(2.5)), round(3.14159, Index(2)))
print(int('z', Index(36)), (5).to_bytes(Index(2), 'big'), 1.5 .__round__(Index(0)), divmod(7, 2), pow(2, 3, 5))
for expr in ('int(Index("a"))', 'hex(Float(1.0))', 'float(Float("x"))', 'int(Float(1.0))', 'range(Int())', 'Index(1) + 1', '1 << Index(2)', '1.5 + Float(1.0)', 'float(Int())'):
    try:
        print(expr, eval(expr))
    except TypeError as error:
        print(expr, error)
