# Instances of a subclass: they hold any int, and operators give plain ints.
class Id(int):
    def __repr__(self):
        return f'Id({int(self)})'
small, big = Id(7), Id(10**30)
print(small, big, str(small), [small, big])
print(small + 1, type(small + 1), -big, small == 7, hash(big) == hash(10**30), {7: 'x'}[small])
print(int(small), type(int(small)), small.real, type(big.numerator), Id('12', 3), Id.from_bytes(b'\x07'))
print(isinstance(small, int), bool(Id(0)), big.bit_length(), small.__class__, (small).__index__())
small.extra = 'attributes work'
print(small.extra)
class Loud(int):
    def __add__(self, other):
        return 'added'
    __radd__ = __add__
print(Loud(1) + 1, 1 + Loud(1), Loud(2) * 3)
