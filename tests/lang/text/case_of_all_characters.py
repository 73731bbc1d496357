# Case, classes, slices backward and order of all characters of the planes that have any case: each seventh.
import hashlib, sys
def h(it):
    m=hashlib.sha256()
    for x in it: m.update(repr(x).encode('utf-8','surrogatepass'))
    return m.hexdigest()[:16]
cs=[chr(c) for c in range(0, 0x20000, 7) if not 0xd800<=c<0xe000]
for f in 'upper','lower','title','swapcase','capitalize','casefold','isalpha','isalnum','isupper','islower','istitle','isnumeric','isdigit','isdecimal','isidentifier','isprintable','isspace':
    print(f,h(getattr(c,f)() for c in cs),h(getattr('aé'+c+'xΣ',f)() for c in cs),h(getattr(c+'éÀ',f)() for c in cs[:0x200]))
print(h(('é'+c+'aλ'*5)[::-1] for c in cs[:0x200]),h(('éλ'+c+'a'*5)[::2] for c in cs[:0x200]),h(('éλ'+c+'a'*5)[2::3] for c in cs[:0x200]))
l=[('日本語テ'+a+b+'x')[i:] for a in 'aé日' for b in 'zλ語\U0001f600' for i in range(7)]
print(h((x<y,x<=y,x==y) for x in l for y in l))
