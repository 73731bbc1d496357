# sets changed while walked, compared and combined.
def walk(change):
    s = set(range(4))
    seen = []
    try:
        for x in s:
            seen.append(x)
            if x == 1: change(s)
    except RuntimeError as e: print(e, end=' ')
    print(seen)
walk(lambda s: s.add(9)); walk(lambda s: s.discard(3)); walk(lambda s: s.clear()); walk(lambda s: s.add(0))
class E:
    def __init__(self, s): self.s = s
    def __hash__(self): return 1
    def __eq__(self, o): self.s.clear(); return False
for name in ('union', 'intersection', 'difference', 'symmetric_difference', 'issubset', 'update'):
    s = set(); e = E(s); s.add(e); s.add(2)
    try: getattr(s, name)([E(s), E(s)])
    except RuntimeError as x: print(name, x)
print('alive')
