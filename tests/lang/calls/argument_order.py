# Which of several wrong arguments is complained about.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, '|', e)
for f in (lambda: b''.hex('ab', 1.5), lambda: memoryview(b'').hex('ab', 1.5), lambda: b'a'.hex(1, 'a'), lambda: b''.hex('ab', 2), lambda: bytes(3, 'a\0'),
          lambda: bytearray(3, 'a\0'), lambda: str(3, 'a\0'), lambda: str(3, errors='a\0'), lambda: compile(0, 0, 0), lambda: compile('a', 'f', 0),
          lambda: compile(3, 'f', 'x'), lambda: sorted(True, x=1), lambda: sorted([], x=1), lambda: type(1, x=2), lambda: type(1, 2, x=2),
          lambda: eval('1', [], 7), lambda: eval('1', []), lambda: eval('1', 3), lambda: exec('1', [], 7), lambda: exec('1', {}, 7)): t(f)
