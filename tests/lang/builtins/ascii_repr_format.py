# ascii, repr, format, chr, ord, bin, oct, hex.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: ascii('aé€😀\n'), lambda: repr('aé€'), lambda: ascii(['é']), lambda: format(3.14159, '.2f'), lambda: format(255, '#x'), lambda: format('x', '>5'), lambda: format([1]), lambda: format([1], 'x'), lambda: format(1, 2))
t(lambda: chr(97), lambda: chr(0x10ffff), lambda: chr(0x110000), lambda: chr(-1), lambda: chr('a'), lambda: chr(1.5), lambda: chr(10**30), lambda: ord('a'), lambda: ord(b'b'), lambda: ord('ab'), lambda: ord(''), lambda: ord(5), lambda: ord(bytearray(b'x')))
class I:
    def __index__(self): return -10
t(lambda: bin(10), lambda: bin(-10), lambda: oct(8), lambda: hex(255), lambda: hex(I()), lambda: bin(I()), lambda: oct(I()), lambda: bin(1.0), lambda: hex('a'), lambda: oct(None), lambda: bin(2**70))
class R:
    def __repr__(self): return 5
t(lambda: repr(R()), lambda: ascii(R()), lambda: str(R()), lambda: f'{R()}')
