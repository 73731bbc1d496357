# UTF-7: what stands for itself, what is shifted, and what is no UTF-7; whole, repaired and in pieces.
import codecs


def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, e)


for s in ('Hi Mom -\u263a-!', 'a+b', '\u65e5\u672c\u8a9e', 'A\u2262\u0391.',
          '\U0001f600x', '~\\', '\xe9-', '\xe9a', 'a\tb\r\n\0', '+', '\xe9+', ''):
    t(lambda: s.encode('utf-7'))
    t(lambda: s.encode('utf-7').decode('utf-7'))
for b in (b'+', b'+A', b'+AG', b'a+-b', b'+AOk', b'+AOk-', b'+AOkx', b'\xff', b'+AOk\xff',
          b'+2D3eAA-', b'+2D0-', b'+2D', b'+3gA-', b'+////-', b'+AOl-', b'a+!b', b'~\\', b'+AOk-+AOk-', b'+AA', b'abc+2D0x'):
    t(lambda: b.decode('utf-7'))
    t(lambda: b.decode('utf-7', 'replace'))
    t(lambda: codecs.getincrementaldecoder('utf-7')().decode(b))
