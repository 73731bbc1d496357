# the target of a loop keeps its last value, whatever that is; items that were no numbers become numbers
class D:
    def __del__(self): print('gone')
def ends(n):
    seen = []
    for k in range(n):
        for x in range(3):
            x = None if k % 2 else [x]
        seen.append(x)
        for x in ():
            pass
    return seen[-2:], x
print(ends(600))
def items(n):
    t = [None] * 4
    for k in range(n):
        t[k % 4] = k * 0.5
        t[(k + 1) % 4] = 'text'
        t[-1 - k % 4] = D() if k == 500 else k * 3
    return t
print(items(800))
def fields(n):
    o = type('O', (), {})()
    for k in range(n):
        o.x = k * 0.5
        o.y = k
        if k % 7 == 0: o.x = 'text'
        if k % 5 == 0: del o.y
    return sorted(vars(o).items())
print(fields(801))
